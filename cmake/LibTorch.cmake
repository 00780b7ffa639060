# LibTorch as an imported target of our own. find_package(Torch) would demand nvcc and the CUDA toolkit
# as soon as the library is a CUDA build; linking needs neither.
#
# CIRCUMPLEX_TORCH (cache or environment variable) names a folder with include/ and lib/: an unpacked
# LibTorch or the `torch` folder of a wheel, 2.11 or newer. Default: the environment that set-up makes.
if(NOT CIRCUMPLEX_TORCH)
    if(DEFINED ENV{CIRCUMPLEX_TORCH})
        set(torch_folder "$ENV{CIRCUMPLEX_TORCH}")
    else()
        file(GLOB torch_folder ${CMAKE_SOURCE_DIR}/build/python/lib/python3*/site-packages/torch)
    endif()
    set(CIRCUMPLEX_TORCH "${torch_folder}" CACHE PATH "Folder with LibTorch's include/ and lib/" FORCE)
endif()
if(NOT EXISTS "${CIRCUMPLEX_TORCH}/include/ATen/ATen.h")
    message(FATAL_ERROR "No LibTorch at '${CIRCUMPLEX_TORCH}'. Run ./run.sh or ./test.sh once, "
        "or set CIRCUMPLEX_TORCH to a folder with LibTorch's include/ and lib/.")
endif()

file(READ "${CIRCUMPLEX_TORCH}/include/torch/headeronly/version.h" torch_version_text)
string(REGEX MATCH "TORCH_VERSION_MAJOR ([0-9]+)" ignored "${torch_version_text}")
set(torch_version ${CMAKE_MATCH_1})
string(REGEX MATCH "TORCH_VERSION_MINOR ([0-9]+)" ignored "${torch_version_text}")
string(APPEND torch_version ".${CMAKE_MATCH_1}")
if(torch_version VERSION_LESS 2.11)
    message(FATAL_ERROR "LibTorch ${torch_version} at ${CIRCUMPLEX_TORCH} is too old: 2.11 or newer is needed.")
endif()
message(STATUS "LibTorch ${torch_version} at ${CIRCUMPLEX_TORCH}")

add_library(circumplex_torch INTERFACE)
target_include_directories(circumplex_torch SYSTEM INTERFACE
    ${CIRCUMPLEX_TORCH}/include ${CIRCUMPLEX_TORCH}/include/torch/csrc/api/include)
target_link_libraries(circumplex_torch INTERFACE
    ${CIRCUMPLEX_TORCH}/lib/libtorch_cpu.so ${CIRCUMPLEX_TORCH}/lib/libc10.so)
if(EXISTS "${CIRCUMPLEX_TORCH}/lib/libtorch_cuda.so")
    # Nothing refers to the CUDA library by name: its kernels register themselves when it is loaded.
    target_link_libraries(circumplex_torch INTERFACE
        "-Wl,--no-as-needed,${CIRCUMPLEX_TORCH}/lib/libtorch_cuda.so,${CIRCUMPLEX_TORCH}/lib/libc10_cuda.so,--as-needed")
endif()
# at::parallel_for is a header template: compiled without OpenMP it quietly runs on one thread. The OpenMP
# that LibTorch brings along is linked, so that both share one set of threads.
file(GLOB torch_openmp ${CIRCUMPLEX_TORCH}/lib/libgomp*.so*)
if(NOT torch_openmp)
    set(torch_openmp gomp)
endif()
target_compile_options(circumplex_torch INTERFACE -fopenmp)
target_link_libraries(circumplex_torch INTERFACE ${torch_openmp})
target_link_options(circumplex_torch INTERFACE "-Wl,-rpath,${CIRCUMPLEX_TORCH}/lib")
