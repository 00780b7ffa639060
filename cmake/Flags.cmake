# Every target of ours links circumplex_flags; nothing sets global compiler flags.
add_library(circumplex_flags INTERFACE)
target_include_directories(circumplex_flags INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(circumplex_flags INTERFACE
    -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${CIRCUMPLEX_WERROR}>:-Werror>)

configure_file(${CMAKE_SOURCE_DIR}/cmake/version.h.in ${CMAKE_BINARY_DIR}/generated/circumplex_version.h)
