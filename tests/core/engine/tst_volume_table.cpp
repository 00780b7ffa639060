#include "core/base/result.h" // moc 6.4 cannot read <compare> first
#include "core/engine/volume_table.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace circumplex;
namespace fs = std::filesystem;

class VolumeTableTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    VolumeTable table(const std::string& mounts) const
    {
        const fs::path root = m_folder.path().toStdString();
        std::ofstream(root / "mountinfo") << mounts;
        return VolumeTable::read({ .mounts = root / "mountinfo", .uuids = root / "by-uuid" });
    }

private Q_SLOTS:
    void initTestCase()
    {
        const fs::path uuids = fs::path(m_folder.path().toStdString()) / "by-uuid";
        fs::create_directory(uuids);
        fs::create_symlink("../../circumplex-sdx1", uuids / "1234-ABCD");
        fs::create_symlink("../../circumplex-sdx2", uuids / "0f7e");
    }

    void aDiskIsKnownByItsUuidWhereverItIsMounted()
    {
        const auto before = table("20 1 8:2 / / rw - ext4 /dev/circumplex-sdx2 rw\n"
                                  "21 20 8:1 / /media/my\\040stick rw shared:1 master:2 - vfat "
                                  "/dev/circumplex-sdx1 rw\n");
        const auto place = before.find("/media/my stick/a/b.mp3");
        QVERIFY(place);
        QCOMPARE(place->volume.identity, "uuid:1234-ABCD");
        QCOMPARE(place->volume.mountPoint, "/media/my stick");
        QCOMPARE(place->volume.label, "my stick");
        QCOMPARE(place->path, "a/b.mp3");
        QCOMPARE(before.find("/media/my stick")->path, "");
        QCOMPARE(absolutePath(place->volume, place->path), fs::path("/media/my stick/a/b.mp3"));
        // Not below the mount point, though the name begins so.
        QCOMPARE(before.find("/media/my stick 2/c")->volume.identity, "uuid:0f7e");
        QCOMPARE(before.find("/media/my stick 2/c")->path, "media/my stick 2/c");

        const auto after = table("20 1 8:2 / / rw - ext4 /dev/circumplex-sdx2 rw\n"
                                 "21 20 8:1 / /mnt rw - vfat /dev/circumplex-sdx1 rw\n");
        QCOMPARE(after.find("/mnt/a/b.mp3")->volume.identity, "uuid:1234-ABCD");
        QCOMPARE(after.find("/mnt/a/b.mp3")->path, "a/b.mp3");

        const auto absent = table("20 1 8:2 / / rw - ext4 /dev/circumplex-sdx2 rw\n");
        QVERIFY(!absent.withIdentity("uuid:1234-ABCD"));
        QVERIFY(absent.withIdentity("uuid:0f7e"));
        // The empty mount point is a folder of the disk below.
        QCOMPARE(absent.find("/mnt/a")->volume.identity, "uuid:0f7e");
    }

    void partsOfADiskAreVolumesOfTheirOwn()
    {
        const auto volumes = table("20 1 0:30 /@ / rw - btrfs /dev/circumplex-sdx2 rw\n"
                                   "21 20 0:30 /@home /home rw - btrfs /dev/circumplex-sdx2 rw\n"
                                   "22 20 0:30 /@home /srv rw - btrfs /dev/circumplex-sdx2 rw\n");
        QCOMPARE(volumes.find("/home/x")->volume.identity, "uuid:0f7e/@home");
        QCOMPARE(volumes.find("/etc")->volume.identity, "uuid:0f7e/@");
        // Mounted twice it is one volume, and has one place.
        const auto twice = volumes.find("/srv/x");
        QCOMPARE(twice->volume.identity, "uuid:0f7e/@home");
        QCOMPARE(absolutePath(twice->volume, twice->path), fs::path("/home/x"));
        QCOMPARE(volumes.volumes().size(), 2U);
    }

    void withoutUuidTheShareOrMountPointTells()
    {
        const auto volumes = table("20 1 8:9 / / rw - ext4 /dev/circumplex-sdx9 rw\n"
                                   "21 20 0:40 / /nas rw - nfs4 nas:/music rw\n"
                                   "22 20 0:41 / /win rw - cifs //nas/music rw\n"
                                   "23 20 0:42 / /ram rw - tmpfs tmpfs rw\n"
                                   "24 20 0:43 / /ram2 rw - tmpfs tmpfs rw\n");
        QCOMPARE(volumes.find("/nas/a")->volume.identity, "device:nfs4:nas:/music");
        QCOMPARE(volumes.find("/win/a")->volume.identity, "device:cifs://nas/music");
        QCOMPARE(volumes.find("/ram/a")->volume.identity, "device:tmpfs:tmpfs@/ram");
        QCOMPARE(volumes.find("/ram2/a")->volume.identity, "device:tmpfs:tmpfs@/ram2");
        // The real root was made at some time.
        const std::string root = volumes.find("/a")->volume.identity;
        QVERIFY2(root.starts_with("device:ext4:/dev/circumplex-sdx9"), root.c_str());
        QVERIFY(root.size() > std::string("device:ext4:/dev/circumplex-sdx9").size());
    }

    void whatIsMountedOverAnotherHidesIt()
    {
        const auto volumes = table("20 1 8:2 / / rw - ext4 /dev/circumplex-sdx2 rw\n"
                                   "21 20 8:1 / /mnt rw - vfat /dev/circumplex-sdx1 rw\n"
                                   "22 21 0:41 / /mnt rw - nfs nas:/x rw\n"
                                   "23 20 0:5 / /proc rw - proc proc rw\n");
        QCOMPARE(volumes.find("/mnt/a")->volume.identity, "device:nfs:nas:/x");
        QVERIFY(!volumes.withIdentity("uuid:1234-ABCD"));
        QVERIFY(!volumes.find("/proc/self"));
    }

    void thisMachineHasVolumes()
    {
        const auto volumes = VolumeTable::read();
        const auto place = volumes.find(fs::canonical(m_folder.path().toStdString()));
        QVERIFY(place);
        QCOMPARE(
            absolutePath(place->volume, place->path), fs::canonical(m_folder.path().toStdString()));
        QVERIFY(volumes.withIdentity(place->volume.identity));
    }

    void damagedLinesAreLeftOut()
    {
        QVERIFY(table("nonsense\n1 2 3\n\n1 2 3:4 / /x rw - \n").volumes().empty());
    }

    void foldersHoldWhatIsBelowThem()
    {
        QVERIFY(isBelow("a/b", "a"));
        QVERIFY(isBelow("a", "a"));
        QVERIFY(isBelow("a", ""));
        QVERIFY(!isBelow("ab", "a"));
        QVERIFY(!isBelow("a", "a/b"));
    }
};

QTEST_GUILESS_MAIN(VolumeTableTest)
#include "tst_volume_table.moc"
