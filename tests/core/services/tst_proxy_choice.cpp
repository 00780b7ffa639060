#include "core/services/proxy_choice.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;
using namespace Qt::StringLiterals;

class ProxyChoiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsKeptBesideWhatElseIsInTheFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"circumplex.ini"_s);
        QFile ini(file);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[models]\ninUse=mine\n");
        ini.close();
        QCOMPARE(ProxyChoice::load(file), ProxyChoice());
        const ProxyChoice choice { ProxyChoice::Kind::Address, u"http://proxy:3128"_s };
        QVERIFY(choice.save(file));
        QCOMPARE(ProxyChoice::load(file), choice);
        QVERIFY(ini.open(QIODevice::ReadOnly));
        QVERIFY(ini.readAll().contains("inUse=mine"));
    }

    void anImpossibleChoiceIsTheSystems()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"circumplex.ini"_s);
        QFile ini(file);
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[downloads]\nproxy=7\n");
        ini.close();
        QCOMPARE(ProxyChoice::load(file).kind, ProxyChoice::Kind::System);
    }

    void anAddressNamesAHost()
    {
        QVERIFY(ProxyChoice().isUsable());
        QVERIFY((ProxyChoice { ProxyChoice::Kind::Address, u"proxy:3128"_s }).isUsable());
        QVERIFY(
            (ProxyChoice { ProxyChoice::Kind::Address, u"socks5://10.0.0.1:1080"_s }).isUsable());
        QVERIFY(!(ProxyChoice { ProxyChoice::Kind::Address, u"  "_s }).isUsable());
    }

    void theEnvironmentSaysIt()
    {
        QProcessEnvironment given;
        given.insert(u"HTTPS_PROXY"_s, u"http://other:1"_s);
        given.insert(u"NO_PROXY"_s, u"huggingface.co"_s);
        QProcessEnvironment environment = given;
        ProxyChoice().applyTo(environment);
        QCOMPARE(environment, given);

        ProxyChoice { ProxyChoice::Kind::None, {} }.applyTo(environment);
        QCOMPARE(environment.value(u"no_proxy"_s), u"*"_s);

        environment = given;
        ProxyChoice { ProxyChoice::Kind::Address, u"http://proxy:3128"_s }.applyTo(environment);
        QCOMPARE(environment.value(u"https_proxy"_s), u"http://proxy:3128"_s);
        QCOMPARE(environment.value(u"http_proxy"_s), u"http://proxy:3128"_s);
        QVERIFY(!environment.contains(u"NO_PROXY"_s));
    }
};

QTEST_GUILESS_MAIN(ProxyChoiceTest)
#include "tst_proxy_choice.moc"
