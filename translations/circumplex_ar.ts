<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Card</name>
    <message>
        <source>piano arrangements of game music, rendered with FluidR3 GM; means of about 30 raters of valence and arousal</source>
        <translation>توزيعات بيانو لموسيقى ألعاب، عُزفت آليًا بأصوات FluidR3 GM؛ متوسطات تقييم نحو ٣٠ مقيّمًا للتكافؤ والاستثارة</translation>
    </message>
    <message>
        <source>pop piano performances, rendered with FluidR3 GM; one quadrant of valence and arousal, by one annotator</source>
        <translation>عزف بوب على البيانو، بأصوات FluidR3 GM؛ ربع واحد من مستوى التكافؤ والاستثارة لكل مقطوعة، حدّده مقيّم واحد</translation>
    </message>
    <message>
        <source>one-minute excerpts of classical, rock, electronic and pop recordings; nobody rated valence and arousal: they are derived from shares of people who felt other emotions, and weigh a fifth</source>
        <translation>مقاطع مدتها دقيقة من تسجيلات كلاسيكية وروك وإلكترونية وبوب؛ لم يقيّم أحد التكافؤ والاستثارة: استُخرجا من نسب من شعروا بمشاعر أخرى، ووزنهما الخُمس</translation>
    </message>
    <message>
        <source>the 56 tags of all recordings are outputs of the MTG-Jamendo baseline network, not of people; odds divided by the tag&apos;s frequency, so that 0.5 means as likely as usual</source>
        <translation>الوسوم الـ٥٦ لكل التسجيلات هي مخرجات شبكة MTG-Jamendo المرجعية لا أحكام بشر؛ قُسمت الأرجحية على تواتر الوسم، فتعني ٠٫٥ أن احتمال الوسم كالمعتاد</translation>
    </message>
    <message>
        <source>People rated valence and arousal of rendered piano only. For recordings with voices, drums or guitars the head learned from numbers derived from felt emotions; the intervals say nothing about them, and valence is weak there.</source>
        <translation>لم يقيّم الناس التكافؤ والاستثارة إلا لعزف بيانو آلي. أما التسجيلات التي فيها غناء أو طبول أو غيتار فقد تعلّم لها الرأس من أرقام استُخرجت من مشاعر الناس؛ لا تقول المجالات عنها شيئًا، والتكافؤ فيها ضعيف.</translation>
    </message>
    <message>
        <source>The intervals are those of held-out game series; 10 % of ratings lie outside by construction, and a window is compared with the rating of its whole piece.</source>
        <translation>المجالات مأخوذة من سلاسل ألعاب مستبعدة من التدريب؛ يقع ١٠&#xa0;٪ من التقييمات خارجها بحكم طريقة حسابها، وتُقارن كل نافذة بتقييم مقطوعتها كاملة.</translation>
    </message>
    <message>
        <source>Mood tags imitate another network that hears 29 s of levelled sound; nobody has rated them for this model.</source>
        <translation>تحاكي وسوم المزاج شبكة أخرى تسمع ٢٩ ثانية من صوت موحّد المستوى؛ لم يقيّمها أحد لهذا النموذج.</translation>
    </message>
    <message>
        <source>Words are not understood: a sad text over happy music counts as happy.</source>
        <translation>الكلمات غير مفهومة له: النص الحزين على موسيقى سعيدة يُعدّ سعيدًا.</translation>
    </message>
    <message>
        <source>see data</source>
        <translation>انظر البيانات</translation>
    </message>
    <message>
        <source>trained for this program; non-commercial terms of the data reach a model trained on it in ways that nobody has settled</source>
        <translation>دُرّب لهذا البرنامج؛ الشروط غير التجارية للبيانات تمتد إلى النموذج المدرَّب عليها بطرق لم يحسمها أحد</translation>
    </message>
    <message>
        <source>It says what the named raters would say, which others need not agree with; all limits of its base hold.</source>
        <translation>يقول ما كان سيقوله المقيّمون المذكورون، وقد لا يوافقهم غيرهم؛ وتنطبق عليه كل قيود النموذج الذي بُني عليه.</translation>
    </message>
    <message>
        <source>labels of this library&apos;s tracks; they are not in the model&apos;s folder</source>
        <translation>تقييمات مقطوعات هذه المكتبة؛ وهي ليست في مجلد النموذج</translation>
    </message>
    <message>
        <source>CC-BY-NC-4.0 (MERT-v1-95M&apos;s model card)</source>
        <translation>CC-BY-NC-4.0 (بطاقة النموذج MERT-v1-95M)</translation>
    </message>
    <message>
        <source>MIT (the project&apos;s code; nothing is said of the weights)</source>
        <translation>MIT (شيفرة المشروع؛ لم يُذكر شيء عن الأوزان)</translation>
    </message>
    <message>
        <source>MIT (the project&apos;s code; its model page says Apache-2.0)</source>
        <translation>MIT (شيفرة المشروع؛ وتذكر صفحة نموذجه Apache-2.0)</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>%1, %2 recordings: %3</source>
        <translation>%1 (عدد التسجيلات: %2): %3</translation>
    </message>
    <message>
        <source>Hears the music</source>
        <translation>يسمع الموسيقى</translation>
    </message>
    <message>
        <source>Hears the chords</source>
        <translation>يسمع التآلفات</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>يحكم</translation>
    </message>
    <message>
        <source>Adapts what is heard to you</source>
        <translation>يكيّف ما يُسمع معك</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>Quarter of the plane</source>
        <translation>ربع المستوى</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 hears the music</source>
        <translation>%1 يسمع الموسيقى</translation>
    </message>
    <message>
        <source>%1 hears the music, %2 hears the chords</source>
        <translation>%1 يسمع الموسيقى، و%2 يسمع التآلفات</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a measure and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>valence, agreement (CCC)</comment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>This query is too long.</source>
        <translation>عبارة البحث طويلة جدًا.</translation>
    </message>
    <message>
        <source>This parenthesis was never opened.</source>
        <translation>هذا القوس لم يُفتح.</translation>
    </message>
    <message>
        <source>This parenthesis is never closed.</source>
        <translation>هذا القوس لم يُغلق.</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>لا شيء بين هذين القوسين.</translation>
    </message>
    <message>
        <source>This quotation mark is never closed.</source>
        <translation>علامة الاقتباس هذه لم تُغلق.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>ينقص شيء في النهاية.</translation>
    </message>
    <message>
        <source>Something is missing after &apos;%1&apos;.</source>
        <translation>ينقص شيء بعد «⁦%1⁩».</translation>
    </message>
    <message>
        <source>Something is missing before &apos;%1&apos;. To search for the word, put it in quotes.</source>
        <translation>ينقص شيء قبل «⁦%1⁩». للبحث عن الكلمة نفسها، ضعها بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>This query is nested too deeply. Write it with fewer parentheses.</source>
        <translation>الأقواس في عبارة البحث متداخلة جدًا. اكتبها بأقواس أقل.</translation>
    </message>
    <message>
        <source>This query has too many conditions; %1 are possible.</source>
        <translation>شروط عبارة البحث كثيرة جدًا؛ الحد الأقصى %1.</translation>
    </message>
    <message>
        <source>There is no field &apos;%1&apos;. To search for these words, put them in quotes.</source>
        <translation>لا يوجد حقل باسم «⁦%1⁩». للبحث عن هذه الكلمات، ضعها بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be compared; write %2.</source>
        <translation>الحقل «⁦%1⁩» لا يقبل المقارنة؛ اكتب ⁦%2⁩.</translation>
    </message>
    <message>
        <source>There is no mood &apos;%1&apos;. Examples: mood:happy, mood:calm, mood:dark.</source>
        <translation>لا يوجد مزاج باسم «⁦%1⁩». أمثلة: mood:happy أو mood:calm أو mood:dark.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a key. Write for example key:D, key:minor or key:&quot;Eb minor&quot;.</source>
        <translation>«⁦%1⁩» ليس مقامًا. اكتب مثلًا key:D أو key:minor أو ⁦key:&quot;Eb minor&quot;⁩.</translation>
    </message>
    <message>
        <source>There is no state &apos;%1&apos;. Possible are %2.</source>
        <translation>لا توجد حالة باسم «⁦%1⁩». الحالات الممكنة: ⁦%2⁩.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date or a range that begins before it ends. Write for example %2, %3 or %4.</source>
        <translation>«⁦%1⁩» ليس تاريخًا ولا مدى يسبق أولُه آخرَه. اكتب مثلًا ⁦%2⁩ أو ⁦%3⁩ أو ⁦%4⁩.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number or a range that begins before it ends. Write for example %2, %3 or %4.</source>
        <translation>«⁦%1⁩» ليس عددًا ولا مدى يسبق أولُه آخرَه. اكتب مثلًا ⁦%2⁩ أو ⁦%3⁩ أو ⁦%4⁩.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date. Write for example %2, %3 or %4.</source>
        <translation>«⁦%1⁩» ليس تاريخًا. اكتب مثلًا ⁦%2⁩ أو ⁦%3⁩ أو ⁦%4⁩.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number. Write for example %2, %3 or %4.</source>
        <translation>«⁦%1⁩» ليس عددًا. اكتب مثلًا ⁦%2⁩ أو ⁦%3⁩ أو ⁦%4⁩.</translation>
    </message>
    <message>
        <source>up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, beginning with a letter, a digit or &apos;_&apos;</source>
        <translation>64 محرفًا على الأكثر من الحروف اللاتينية والأرقام و«-» و«_» و«.»، أولها حرف أو رقم أو «_»</translation>
    </message>
    <message>
        <source>The engine %1 cannot be started: %2.</source>
        <translation>تعذّر تشغيل المحرك ⁦%1⁩: %2.</translation>
    </message>
    <message>
        <source>What the model hears cannot be kept for later: %1</source>
        <translation>تعذّر الاحتفاظ بما يسمعه النموذج لاستخدامه لاحقًا: %1</translation>
    </message>
    <message>
        <source>The system has no more watches for folders to give, so new music may be noticed some minutes late. An administrator can raise the limit: sysctl fs.inotify.max_user_watches=524288.</source>
        <translation>بلغ النظام الحد الأقصى لمراقبة المجلدات، لذا قد تُكتشف الموسيقى الجديدة متأخرة بضع دقائق. يمكن لمدير النظام رفع الحد: ⁦sysctl fs.inotify.max_user_watches=524288⁩.</translation>
    </message>
    <message>
        <source>no model &quot;%1&quot; is installed; `circumplex-cli models list` shows which are</source>
        <translation>لا يوجد نموذج مثبّت باسم «%1»؛ لعرض النماذج المثبّتة: ⁦`circumplex-cli models list`⁩</translation>
    </message>
    <message>
        <source>there is a model &quot;%1&quot; already; choose another name or remove it</source>
        <translation>يوجد نموذج باسم «%1» من قبل؛ اختر اسمًا آخر أو أزِله</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot; came with the program and cannot be removed</source>
        <translation>النموذج «%1» مرفق بالبرنامج ولا يمكن إزالته</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot; cannot be used: %2</source>
        <translation>لا يمكن استخدام النموذج «%1»: %2</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot;: %2</source>
        <translation>النموذج «%1»: %2</translation>
    </message>
    <message>
        <source>All labels are of one rater, so nothing says how well people agree; rating some tracks again after a week would.</source>
        <translation>كل التقييمات لمقيّم واحد، فلا شيء يبيّن مدى اتفاق الناس؛ إعادة تقييم بعض المقطوعات بعد أسبوع تبيّنه.</translation>
    </message>
    <message>
        <source>Every rating of valence is the same, so nothing can be learned of it.</source>
        <translation>كل تقييمات التكافؤ متساوية، فلا يمكن تعلم شيء منها.</translation>
    </message>
    <message>
        <source>Every rating of arousal is the same, so nothing can be learned of it.</source>
        <translation>كل تقييمات الاستثارة متساوية، فلا يمكن تعلم شيء منها.</translation>
    </message>
    <message>
        <source>%1 times somebody rated the valence of one track in two sittings four points apart or more; their mean is used.</source>
        <translation>عدد المرات التي قيّم فيها أحدهم تكافؤ مقطوعة في جلستين بفارق أربع نقاط أو أكثر: %1؛ يُستخدم المتوسط.</translation>
    </message>
    <message>
        <source>%1 times somebody rated the arousal of one track in two sittings four points apart or more; their mean is used.</source>
        <translation>عدد المرات التي قيّم فيها أحدهم استثارة مقطوعة في جلستين بفارق أربع نقاط أو أكثر: %1؛ يُستخدم المتوسط.</translation>
    </message>
    <message>
        <source>Models know 56 tags, and not %1; these stay in the library.</source>
        <translation>تعرف النماذج 56 وسمًا وليس منها %1؛ تبقى هذه في المكتبة.</translation>
    </message>
    <message>
        <source>The engine died %1 times in a row. %2</source>
        <translation>توقف المحرك فجأة %1 من المرات المتتالية. %2</translation>
    </message>
    <message>
        <source>The engine did not answer any more.</source>
        <translation>لم يعد المحرك يستجيب.</translation>
    </message>
    <message>
        <source>The engine was killed from outside, perhaps for want of memory.</source>
        <translation>أُنهي المحرك من خارجه، ربما لنقص الذاكرة.</translation>
    </message>
    <message>
        <source>The engine crashed (%1).</source>
        <translation>انهار المحرك (⁦%1⁩).</translation>
    </message>
    <message>
        <source>The engine ended by itself with exit status %1.</source>
        <translation>انتهى المحرك من تلقاء نفسه بحالة الخروج %1.</translation>
    </message>
    <message>
        <source>Analysing it took more memory than the %1 MiB that the engine may have.</source>
        <translation>تطلّب التحليل ذاكرة أكبر من ⁦%1 MiB⁩ المسموح بها للمحرك.</translation>
    </message>
    <message>
        <source>Analysing it came to a halt: there was no progress for %1 seconds.</source>
        <translation>توقف التحليل: لا تقدّم منذ %1 ثانية.</translation>
    </message>
    <message>
        <source>This track needs more memory than this machine has to give.</source>
        <translation>تحتاج هذه المقطوعة إلى ذاكرة أكبر مما يتيحه هذا الجهاز.</translation>
    </message>
    <message>
        <source>%1 is back; its tracks are analysed with the others.</source>
        <translation>عاد «%1»؛ تُحلَّل مقطوعاته مع غيرها.</translation>
    </message>
    <message>
        <source>%1 is not there; its tracks wait until it is back.</source>
        <translation>«%1» غير موجود؛ تنتظر مقطوعاته حتى يعود.</translation>
    </message>
    <message>
        <source>The folder is not there. Its tracks stay as they are.</source>
        <translation>المجلد غير موجود. تبقى مقطوعاته كما هي.</translation>
    </message>
    <message>
        <source>The folder is empty, as one is whose drive is not mounted. Its tracks stay as they are.</source>
        <translation>المجلد فارغ، كما يكون المجلد الذي لم يوصَل قرصه. تبقى مقطوعاته كما هي.</translation>
    </message>
    <message>
        <source>The volume &quot;%1&quot;, which was mounted at %2, is absent. Its tracks stay as they are.</source>
        <translation>وحدة التخزين «%1» التي كانت موصولة في ⁦%2⁩ غير موجودة. تبقى مقطوعاتها كما هي.</translation>
    </message>
    <message>
        <source>Its volume &quot;%1&quot; is absent. Its tracks stay as they are.</source>
        <translation>وحدة التخزين «%1» الخاصة به غير موجودة. تبقى مقطوعاته كما هي.</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1.</source>
        <translation>تعذّرت قراءة المجلد: %1.</translation>
    </message>
    <message>
        <source>This is not a folder with files.</source>
        <translation>هذا ليس مجلدًا فيه ملفات.</translation>
    </message>
    <message>
        <source>The file was written to while it was read. It is read again with the next scan.</source>
        <translation>كُتب في الملف أثناء قراءته. سيُقرأ من جديد في الفحص التالي.</translation>
    </message>
    <message>
        <source>The file was written to while it was analysed. Scan again, then it is analysed.</source>
        <translation>كُتب في الملف أثناء تحليله. افحص المكتبة من جديد ليُحلَّل.</translation>
    </message>
    <message>
        <source>The tags are damaged: reading them gave nonsense. Write them again with a tag editor.</source>
        <translation>الوسوم تالفة: أعطت قراءتها بيانات بلا معنى. اكتبها من جديد بمحرر وسوم.</translation>
    </message>
    <message>
        <source>The tags are damaged: reading them ended the tag reader (%1). Write them again with a tag editor.</source>
        <translation>الوسوم تالفة: أوقفت قراءتها قارئ الوسوم (%1). اكتبها من جديد بمحرر وسوم.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>لا يوجد ملف كهذا.</translation>
    </message>
    <message>
        <source>This is a folder. Give the files inside it.</source>
        <translation>هذا مجلد. حدّد الملفات التي بداخله.</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes). Copy or download it again.</source>
        <translation>الملف فارغ (٠ بايت). انسخه أو نزّله من جديد.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check its permissions and its drive.</source>
        <translation>تعذّرت قراءة الملف: %1. تحقق من صلاحياته ومن قرصه.</translation>
    </message>
    <message>
        <source>The sound has values that are not numbers (NaN or infinity) near %1. Export it again from the program that made it.</source>
        <translation>في الصوت قيم ليست أعدادًا (NaN أو ما لا نهاية) قرب ⁦%1⁩. صدّره من جديد من البرنامج الذي صنعه.</translation>
    </message>
    <message>
        <source>The sound has values that are not numbers (NaN or infinity). Export it again from the program that made it.</source>
        <translation>في الصوت قيم ليست أعدادًا (NaN أو ما لا نهاية). صدّره من جديد من البرنامج الذي صنعه.</translation>
    </message>
    <message>
        <source>No sample was decoded for %1 ms: the file is damaged or its drive does not answer. Check the drive, or convert the file to FLAC.</source>
        <translation>لم يُفكّ ترميز أي عينة طوال ⁦%1 ms⁩: الملف تالف أو قرصه لا يستجيب. تحقق من القرص أو حوّل الملف إلى FLAC.</translation>
    </message>
    <message>
        <source>The file (%1) holds no sound of its own, only names of other files or instructions. Give the sound files themselves.</source>
        <translation>الملف (⁦%1⁩) لا يحوي صوتًا خاصًا به، بل أسماء ملفات أخرى أو تعليمات فقط. حدّد الملفات الصوتية نفسها.</translation>
    </message>
    <message>
        <source>The file looks like %1, but its header cannot be read: it is damaged or was cut off. Copy or download it again.</source>
        <translation>يبدو أن الملف من النوع ⁦%1⁩، لكن تعذّرت قراءة ترويسته: إنه تالف أو مبتور. انسخه أو نزّله من جديد.</translation>
    </message>
    <message>
        <source>The file looks like %1, but no sound was found in it. Copy or download it again.</source>
        <translation>يبدو أن الملف من النوع ⁦%1⁩، لكن لم يُعثر فيه على صوت. انسخه أو نزّله من جديد.</translation>
    </message>
    <message>
        <source>This FFmpeg has no decoder for the file&apos;s sound (%1). Convert it to FLAC or WAV.</source>
        <translation>ليس في FFmpeg هذا مفكك ترميز لصوت الملف (⁦%1⁩). حوّله إلى FLAC أو WAV.</translation>
    </message>
    <message>
        <source>The decoder (%1) refuses what the file&apos;s header says about the sound. Convert the file to FLAC or WAV.</source>
        <translation>يرفض مفكك الترميز (⁦%1⁩) ما تقوله ترويسة الملف عن الصوت. حوّل الملف إلى FLAC أو WAV.</translation>
    </message>
    <message>
        <source>The file (%1) has a header and no sound: it was cut off. Copy or download it again.</source>
        <translation>في الملف (⁦%1⁩) ترويسة بلا صوت: إنه مبتور. انسخه أو نزّله من جديد.</translation>
    </message>
    <message>
        <source>The file (%1, %2) yields not one sample of sound: it is damaged or holds only a header. Copy or download it again.</source>
        <translation>لا تخرج من الملف (⁦%1، %2⁩) أي عينة صوت: إنه تالف أو لا يحوي سوى ترويسة. انسخه أو نزّله من جديد.</translation>
    </message>
    <message>
        <source>The part from %1 on holds no sound: the file ends before, or the part is empty. Check the CUE sheet that names it.</source>
        <translation>الجزء الذي يبدأ من ⁦%1⁩ بلا صوت: ينتهي الملف قبله، أو الجزء فارغ. تحقق من ملف CUE الذي يذكره.</translation>
    </message>
    <message>
        <source>circumplex-cli ended unexpectedly.</source>
        <translation>توقف circumplex-cli على نحو غير متوقع.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>تعذّر تشغيل %1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address that begins with https:// or http://</source>
        <translation>«%1» ليس عنوانًا يبدأ بـ https:// أو http://</translation>
    </message>
    <message>
        <source>the server answers %1 (%2)</source>
        <translation>أجاب الخادم: %1 (%2)</translation>
    </message>
    <message>
        <source>nothing came for %1 s</source>
        <translation>لم يصل شيء طوال %1 ث</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>لا يوجد شيء هناك</translation>
    </message>
    <message>
        <source>%1 bytes are to come, and there is room for %2</source>
        <translation>المنتظر تنزيله %1 بايت، والمساحة المتاحة %2</translation>
    </message>
    <message>
        <source>%1 gave %2. It was thrown away. If its authors publish a newer file, download it yourself and import it.</source>
        <translation>وصل من %1: %2. لم يُحتفظ به. إذا نشر مؤلفوه ملفًا أحدث، فنزّله بنفسك ثم استورده.</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 بايت بدلًا من %2</translation>
    </message>
    <message>
        <source>a file with another SHA-256 than %1</source>
        <translation>ملف تختلف بصمة SHA-256 فيه عن %1</translation>
    </message>
    <message>
        <source>stopped; what has come of %1 is kept, and the next try goes on from there</source>
        <translation>أُوقف التنزيل؛ حُفظ ما نُزّل من %1، وستُستأنف المحاولة التالية من حيث توقفت</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>رُفض الاتصال</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>أُغلق الاتصال</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>انتهت مهلة الاتصال</translation>
    </message>
    <message>
        <source>Socket operation timed out</source>
        <translation>انتهت مهلة عملية الشبكة</translation>
    </message>
    <message>
        <source>Host %1 not found</source>
        <translation>لم يُعثر على المضيف %1</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>تعذّر الوصول إلى الشبكة</translation>
    </message>
    <message>
        <source>Host unreachable</source>
        <translation>تعذّر الوصول إلى المضيف</translation>
    </message>
    <message>
        <source>The remote host closed the connection</source>
        <translation>أغلق المضيف البعيد الاتصال</translation>
    </message>
    <message>
        <source>SSL handshake failed</source>
        <translation>فشلت مصافحة SSL</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>عمليات إعادة التوجيه كثيرة جدًا</translation>
    </message>
    <message>
        <source>Proxy requires authentication</source>
        <translation>يتطلب الوكيل تسجيل الدخول</translation>
    </message>
    <message>
        <source>Proxy server not found</source>
        <translation>لم يُعثر على خادم الوكيل</translation>
    </message>
    <message>
        <source>Connection to proxy refused</source>
        <translation>رُفض الاتصال بالوكيل</translation>
    </message>
    <message>
        <source>Connection to proxy timed out</source>
        <translation>انتهت مهلة الاتصال بالوكيل</translation>
    </message>
    <message>
        <source>Proxy connection refused</source>
        <translation>رفض الوكيل الاتصال</translation>
    </message>
    <message>
        <source>Not Found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>الوصول ممنوع</translation>
    </message>
    <message>
        <source>Service Unavailable</source>
        <translation>الخدمة غير متاحة</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>لا يوجد ملف أو مجلد كهذا</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>لا توجد صلاحية</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>لم تبق مساحة على الجهاز</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>نظام الملفات للقراءة فقط</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>خطأ في القراءة أو الكتابة</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>هذا مجلد</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ليس مجلدًا</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>الملف موجود من قبل</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>ينقص %1</translation>
    </message>
    <message>
        <source>%1 is not the one that was installed</source>
        <translation>%1 ليس هو الذي ثُبّت</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>تعذّرت قراءة %1</translation>
    </message>
    <message>
        <source>the settings cannot be written</source>
        <translation>تعذّرت كتابة الإعدادات</translation>
    </message>
    <message>
        <source>models cannot be written there</source>
        <translation>تعذّرت كتابة النماذج هناك</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>تعذّرت الكتابة</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>تعذّرت كتابة %1: %2</translation>
    </message>
    <message>
        <source>card.json lists a file of an impossible name</source>
        <translation>يذكر card.json ملفًا اسمه غير صالح</translation>
    </message>
    <message>
        <source>card.json has no SHA-256 of %1</source>
        <translation>لا توجد في card.json بصمة SHA-256 للملف %1</translation>
    </message>
    <message>
        <source>card.json does not list %1</source>
        <translation>لا يذكر card.json الملف %1</translation>
    </message>
    <message>
        <source>card.json is larger than 1 MB</source>
        <translation>حجم card.json أكبر من ١ MB</translation>
    </message>
    <message>
        <source>card.json is of a format that this version does not know</source>
        <translation>صيغة card.json لا يعرفها هذا الإصدار</translation>
    </message>
    <message>
        <source>card.json and the folder do not have the same name</source>
        <translation>الاسم في card.json واسم المجلد غير متطابقين</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot name a model: %2</source>
        <translation>«%1» لا يصلح اسمًا لنموذج: %2</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>لا يوجد ملف كهذا</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>لا يوجد ملف أو مجلد كهذا</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>ليس ملفًا عاديًا</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>المحتوى مبتور</translation>
    </message>
    <message>
        <source>is larger than 1 MB</source>
        <translation>الحجم أكبر من ١ MB</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>المحتوى ليس كائن JSON</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>ليس كائن JSON</translation>
    </message>
    <message>
        <source>is not a PyTorch checkpoint</source>
        <translation>ليس نقطة حفظ PyTorch</translation>
    </message>
    <message>
        <source>is a ZIP archive, but not a PyTorch checkpoint</source>
        <translation>أرشيف ZIP، لكنه ليس نقطة حفظ PyTorch</translation>
    </message>
    <message>
        <source>is not a whole ZIP archive</source>
        <translation>ليس أرشيف ZIP كاملًا</translation>
    </message>
    <message>
        <source>is not a safetensors file</source>
        <translation>ليس ملف safetensors</translation>
    </message>
    <message>
        <source>is not little-endian</source>
        <translation>ترتيب البايتات ليس little-endian</translation>
    </message>
    <message>
        <source>is of an unknown protocol</source>
        <translation>البروتوكول غير معروف</translation>
    </message>
    <message>
        <source>is not a dictionary of tensors</source>
        <translation>المحتوى ليس قاموس موترات</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>التداخل عميق جدًا</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>المدخلات كثيرة جدًا</translation>
    </message>
    <message>
        <source>has an overlong name</source>
        <translation>يوجد اسم أطول من اللازم</translation>
    </message>
    <message>
        <source>has neither pytorch_model.bin nor model.safetensors</source>
        <translation>لا يوجد pytorch_model.bin ولا model.safetensors</translation>
    </message>
    <message>
        <source>has no tensors below state_dict.model</source>
        <translation>لا توجد موترات تحت state_dict.model</translation>
    </message>
    <message>
        <source>lacks the number %1</source>
        <translation>ينقص العدد %1</translation>
    </message>
    <message>
        <source>lacks the tensor %1</source>
        <translation>ينقص الموتر %1</translation>
    </message>
    <message>
        <source>lacks the storage %1</source>
        <translation>ينقص المخزن %1</translation>
    </message>
    <message>
        <source>lacks the list of its storages</source>
        <translation>تنقص قائمة المخازن</translation>
    </message>
    <message>
        <source>has a storage that no tensor uses</source>
        <translation>يوجد مخزن لا يستخدمه أي موتر</translation>
    </message>
    <message>
        <source>has the member %1 twice</source>
        <translation>العنصر %1 موجود مرتين</translation>
    </message>
    <message>
        <source>has the storage %1 twice</source>
        <translation>المخزن %1 موجود مرتين</translation>
    </message>
    <message>
        <source>has %1 twice</source>
        <translation>%1 موجود مرتين</translation>
    </message>
    <message>
        <source>there is a hole before &quot;%1&quot;</source>
        <translation>توجد فجوة قبل «%1»</translation>
    </message>
    <message>
        <source>there are bytes behind the last tensor</source>
        <translation>توجد بايتات بعد الموتر الأخير</translation>
    </message>
    <message>
        <source>%1 is %2, expected %3</source>
        <translation>%1 هو %2، والمتوقع %3</translation>
    </message>
    <message>
        <source>%1 is not finite</source>
        <translation>%1 غير منتهٍ</translation>
    </message>
    <message>
        <source>%1 holds values that are not finite</source>
        <translation>%1: فيه قيم غير منتهية</translation>
    </message>
    <message>
        <source>%1 holds a variance below zero</source>
        <translation>%1: فيه تباين أقل من الصفر</translation>
    </message>
    <message>
        <source>%1 does not hold floating-point numbers</source>
        <translation>%1: ليست فيه أعداد بفاصلة عائمة</translation>
    </message>
    <message>
        <source>%1 is not above zero everywhere</source>
        <translation>%1: ليست كل قيمه أكبر من الصفر</translation>
    </message>
    <message>
        <source>the head is made for embeddings of %1 values, the encoder gives %2</source>
        <translation>الرأس مصنوع لمتجهات طولها %1، بينما يعطي المرمِّز %2</translation>
    </message>
    <message>
        <source>the emotion head %1</source>
        <translation>رأس المشاعر: %1</translation>
    </message>
    <message>
        <source>the emotion head&apos;s %1</source>
        <translation>في رأس المشاعر: %1</translation>
    </message>
    <message>
        <source>a %1 in it is not made of what it should be</source>
        <translation>فيه %1 ليس مكوّنًا مما ينبغي</translation>
    </message>
    <message>
        <source>its pickle %1</source>
        <translation>بيانات pickle فيه: %1</translation>
    </message>
    <message>
        <source>its archive directory %1</source>
        <translation>فهرس الأرشيف فيه: %1</translation>
    </message>
    <message>
        <source>its ZIP64 record %1</source>
        <translation>سجل ZIP64 فيه: %1</translation>
    </message>
    <message>
        <source>its member %1</source>
        <translation>العنصر فيه: %1</translation>
    </message>
    <message>
        <source>its header %1</source>
        <translation>الترويسة فيه: %1</translation>
    </message>
    <message>
        <source>its JSON %1</source>
        <translation>بيانات JSON فيه: %1</translation>
    </message>
    <message>
        <source>its __metadata__ %1</source>
        <translation>بيانات __metadata__ فيه: %1</translation>
    </message>
    <message>
        <source>its tensors %1</source>
        <translation>الموترات فيه: %1</translation>
    </message>
    <message>
        <source>the tensor %1</source>
        <translation>الموتر %1</translation>
    </message>
    <message>
        <source>the storage %1</source>
        <translation>المخزن %1</translation>
    </message>
    <message>
        <source>the data_offsets of %1</source>
        <translation>قيم data_offsets للموتر %1</translation>
    </message>
    <message>
        <source>the %1 of %2 are not usable</source>
        <translation>قيم %1 للموتر %2 غير صالحة</translation>
    </message>
    <message>
        <source>%1 is not described</source>
        <translation>%1: لا وصف له</translation>
    </message>
    <message>
        <source>%1 has a dtype that is not supported</source>
        <translation>%1: نوع بياناته (dtype) غير مدعوم</translation>
    </message>
    <message>
        <source>%1 has a dtype that safetensors files do not know</source>
        <translation>%1: نوع بياناته (dtype) لا تعرفه ملفات safetensors</translation>
    </message>
    <message>
        <source>%1 has an impossible shape</source>
        <translation>%1: شكله غير ممكن</translation>
    </message>
    <message>
        <source>%1 overlaps another tensor</source>
        <translation>%1: يتداخل مع موتر آخر</translation>
    </message>
    <message>
        <source>model card: %1</source>
        <translation>بطاقة النموذج: %1</translation>
    </message>
    <message>
        <source>MERT configuration: %1</source>
        <translation>إعدادات MERT: %1</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>It was stopped.</source>
        <translation>أُوقفت العملية.</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>الملف غير موجود.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>تعذّرت قراءة الملف.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>هذا ليس ملفًا.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>This is not a kind of sound file that can be read.</source>
        <translation>نوع الملف الصوتي هذا غير مدعوم.</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>لا يوجد صوت في هذا الملف.</translation>
    </message>
    <message>
        <source>The sound in this file is damaged.</source>
        <translation>الصوت في هذا الملف تالف.</translation>
    </message>
    <message>
        <source>This is too short to be analysed.</source>
        <translation>المقطوعة أقصر من أن تُحلَّل.</translation>
    </message>
    <message>
        <source>The sound has an impossible format.</source>
        <translation>صيغة الصوت غير صالحة.</translation>
    </message>
    <message>
        <source>Reading took too long and was given up.</source>
        <translation>استغرقت القراءة وقتًا طويلًا فأُلغيت.</translation>
    </message>
    <message>
        <source>The computing device is not there, or cannot do this.</source>
        <translation>جهاز الحوسبة غير موجود أو لا يدعم هذه العملية.</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>تغيّر الملف أثناء قراءته.</translation>
    </message>
    <message>
        <source>The tags of this file cannot be read.</source>
        <translation>تعذّرت قراءة وسوم هذا الملف.</translation>
    </message>
    <message>
        <source>The CUE sheet cannot be understood.</source>
        <translation>تعذّر فهم ملف CUE.</translation>
    </message>
    <message>
        <source>The disk with these files is not connected.</source>
        <translation>القرص الذي يحوي هذه الملفات غير متصل.</translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation>لا يمكن استخدام النموذج.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>لا يوجد نموذج كهذا.</translation>
    </message>
    <message>
        <source>There is a model of that name already.</source>
        <translation>يوجد نموذج بهذا الاسم من قبل.</translation>
    </message>
    <message>
        <source>This model came with the program and cannot be removed.</source>
        <translation>هذا النموذج مرفق بالبرنامج ولا يمكن إزالته.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of this program.</source>
        <translation>حُفظت المكتبة بإصدار أحدث من هذا البرنامج.</translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation>ملف المكتبة تالف.</translation>
    </message>
    <message>
        <source>This file is not a library of this program.</source>
        <translation>هذا الملف ليس مكتبة لهذا البرنامج.</translation>
    </message>
    <message>
        <source>Another program keeps the library busy.</source>
        <translation>المكتبة مشغولة ببرنامج آخر.</translation>
    </message>
    <message>
        <source>The library cannot be written.</source>
        <translation>تعذّرت الكتابة في المكتبة.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>It is no longer in the library.</source>
        <translation>لم يعد موجودًا في المكتبة.</translation>
    </message>
    <message>
        <source>This was refused, so that nothing is lost.</source>
        <translation>رُفضت العملية حتى لا يضيع شيء.</translation>
    </message>
    <message>
        <source>This search cannot be understood.</source>
        <translation>تعذّر فهم عبارة البحث.</translation>
    </message>
    <message>
        <source>These results cannot be read.</source>
        <translation>تعذّرت قراءة هذه النتائج.</translation>
    </message>
    <message>
        <source>This table of labels cannot be read.</source>
        <translation>تعذّرت قراءة جدول التصنيفات هذا.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>تعذّرت كتابة الملف.</translation>
    </message>
    <message>
        <source>Analysing this file took the analysis down.</source>
        <translation>تسبّب هذا الملف في انهيار عملية التحليل.</translation>
    </message>
    <message>
        <source>This needs more memory than there is.</source>
        <translation>الذاكرة المتاحة لا تكفي لهذه العملية.</translation>
    </message>
    <message>
        <source>The analysis cannot be started.</source>
        <translation>تعذّر بدء التحليل.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>حدث خطأ غير متوقع.</translation>
    </message>
    <message>
        <source>The server cannot be reached. What has come so far is kept, and the next try goes on from there.</source>
        <translation>تعذّر الوصول إلى الخادم. حُفظ ما نُزّل حتى الآن، وستُستأنف المحاولة التالية من حيث توقفت.</translation>
    </message>
    <message>
        <source>The server does not give this file.</source>
        <translation>الخادم لا يتيح هذا الملف.</translation>
    </message>
    <message>
        <source>What came is not the file that its authors published.</source>
        <translation>ما نُزّل ليس الملف الذي نشره مؤلفوه.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>agreement (CCC)</source>
        <translation>التوافق (CCC)</translation>
    </message>
    <message>
        <source>Concordance correlation (CCC): how well two ratings of the same songs agree; 1 is perfect, 0 is chance.</source>
        <translation>معامل ارتباط التطابق (CCC): مدى توافق تقييمين للمقطوعات نفسها؛ ١ توافق تام و٠ صدفة.</translation>
    </message>
    <message>
        <source>reliability (ICC)</source>
        <translation>الثبات (ICC)</translation>
    </message>
    <message>
        <source>Intraclass correlation (ICC): how much of the differences between songs comes back when they are rated again; 1 is all of it, 0 is nothing.</source>
        <translation>معامل الارتباط الداخلي (ICC): كم من الفروق بين المقطوعات يتكرر عند إعادة تقييمها؛ ١ كلها و٠ لا شيء منها.</translation>
    </message>
    <message>
        <source>explained (R²)</source>
        <translation>المفسَّر (R²)</translation>
    </message>
    <message>
        <source>R²: the share of the differences between songs that is foretold; 1 is all of it, 0 is no better than always saying the mean.</source>
        <translation>R²: نسبة ما يُتوقع من الفروق بين المقطوعات؛ ١ كلها و٠ ليس أفضل من ذكر المتوسط دائمًا.</translation>
    </message>
    <message>
        <source>error (RMSE)</source>
        <translation>الخطأ (RMSE)</translation>
    </message>
    <message>
        <source>Root mean square error (RMSE): how far off it usually is, in points of the scale from 1 to 9; less is better.</source>
        <translation>جذر متوسط مربع الخطأ (RMSE): مقدار الابتعاد المعتاد عن الصواب، بنقاط المقياس من ١ إلى ٩؛ الأقل أفضل.</translation>
    </message>
    <message>
        <source>error (MAE)</source>
        <translation>الخطأ (MAE)</translation>
    </message>
    <message>
        <source>Mean absolute error (MAE): how far off it is on average, in points of the scale from 1 to 9; less is better.</source>
        <translation>متوسط الخطأ المطلق (MAE): مقدار الابتعاد عن الصواب في المتوسط، بنقاط المقياس من ١ إلى ٩؛ الأقل أفضل.</translation>
    </message>
    <message>
        <source>told apart (ROC-AUC)</source>
        <translation>التمييز (ROC-AUC)</translation>
    </message>
    <message>
        <source>ROC-AUC: how often a song with a tag gets more of it than a song without; 1 is always, 0.5 is chance.</source>
        <translation>ROC-AUC: كم مرة تنال مقطوعة لها الوسم منه أكثر مما تناله مقطوعة ليس لها؛ ١ دائمًا و٠٫٥ صدفة.</translation>
    </message>
    <message>
        <source>found (PR-AUC)</source>
        <translation>المعثور عليه (PR-AUC)</translation>
    </message>
    <message>
        <source>Average precision (PR-AUC): how clean the list is when songs are sorted by a tag; 1 is perfect, and chance is as much as there are songs with it.</source>
        <translation>متوسط الدقة (PR-AUC): مدى نقاء القائمة عند ترتيب المقطوعات حسب وسم؛ ١ نقاء تام، والصدفة تساوي نسبة المقطوعات التي لها هذا الوسم.</translation>
    </message>
    <message>
        <source>right (accuracy)</source>
        <translation>الصحيح (الدقة)</translation>
    </message>
    <message>
        <source>Accuracy: the share of songs that were put where people put them; 1 is all. Chance is 0.5 for high or low, and 0.25 for one of four quarters.</source>
        <translation>الدقة: نسبة المقطوعات التي وُضعت حيث وضعها الناس؛ ١ كلها. الصدفة ٠٫٥ عند الاختيار بين مرتفع ومنخفض، و٠٫٢٥ عند الاختيار من أربعة أرباع.</translation>
    </message>
    <message>
        <source>game music (VGMIDI)</source>
        <translation>موسيقى الألعاب (VGMIDI)</translation>
    </message>
    <message>
        <source>VGMIDI: piano arrangements of music from video games, each rated by about 30 people.</source>
        <translation>VGMIDI: توزيعات بيانو لموسيقى ألعاب الفيديو، قيّم كلًّا منها نحو ٣٠ شخصًا.</translation>
    </message>
    <message>
        <source>pop piano (EMOPIA)</source>
        <translation>بوب على البيانو (EMOPIA)</translation>
    </message>
    <message>
        <source>EMOPIA: pop songs played on the piano, each put into one quarter of the plane by one person.</source>
        <translation>EMOPIA: أغاني بوب معزوفة على البيانو، وضع شخص واحد كلًّا منها في ربع من المستوى.</translation>
    </message>
    <message>
        <source>felt music (Emotify)</source>
        <translation>مشاعر الموسيقى (Emotify)</translation>
    </message>
    <message>
        <source>Emotify: a minute each of classical, rock, electronic and pop recordings. People said what they felt; valence and arousal were derived from it.</source>
        <translation>Emotify: دقيقة من كل تسجيل، كلاسيكي أو روك أو إلكتروني أو بوب. قال الناس ما شعروا به؛ ومن ذلك استُخرج التكافؤ والاستثارة.</translation>
    </message>
    <message>
        <source>DEAM</source>
        <translation>DEAM</translation>
    </message>
    <message>
        <source>DEAM: 1802 recordings of many kinds of music whose valence and arousal people rated while they listened.</source>
        <translation>DEAM: ١٨٠٢ تسجيل من أنواع موسيقية كثيرة، قيّم الناس تكافؤها واستثارتها أثناء الاستماع.</translation>
    </message>
    <message>
        <source>mood tags</source>
        <translation>وسوم المزاج</translation>
    </message>
    <message>
        <source>Mood tags: the 56 words for moods of MTG-Jamendo. This model learned them from what another network says, not from people.</source>
        <translation>وسوم المزاج: كلمات المزاج الـ٥٦ في MTG-Jamendo. تعلّمها هذا النموذج مما تقوله شبكة أخرى، لا من الناس.</translation>
    </message>
    <message>
        <source>your ratings</source>
        <translation>تقييماتك</translation>
    </message>
    <message>
        <source>Your ratings: songs of this library that were rated.</source>
        <translation>تقييماتك: مقطوعات من هذه المكتبة قُيّمت.</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>C#</source>
        <translation>C#</translation>
    </message>
    <message>
        <source>Db</source>
        <translation>Db</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>D#</source>
        <translation>D#</translation>
    </message>
    <message>
        <source>Eb</source>
        <translation>Eb</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>F#</source>
        <translation>F#</translation>
    </message>
    <message>
        <source>Gb</source>
        <translation>Gb</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>G#</source>
        <translation>G#</translation>
    </message>
    <message>
        <source>Ab</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>A#</source>
        <translation>A#</translation>
    </message>
    <message>
        <source>Bb</source>
        <translation>Bb</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>%1 major</source>
        <translation>%1‎ كبير</translation>
    </message>
    <message>
        <source>%1 minor</source>
        <translation>%1‎ صغير</translation>
    </message>
</context>
<context>
    <name>LabelProposal</name>
    <message>
        <source>Models are %1 points apart in valence</source>
        <translation>يتباعد النموذجان بمقدار %1 نقطة في التكافؤ</translation>
    </message>
    <message>
        <source>Models are %1 points apart in arousal</source>
        <translation>يتباعد النموذجان بمقدار %1 نقطة في الاستثارة</translation>
    </message>
    <message>
        <source>The model is unsure of its valence, by %1 points</source>
        <translation>النموذج غير متأكد من التكافؤ، بمقدار %1 نقطة</translation>
    </message>
    <message>
        <source>The model is unsure of its arousal, by %1 points</source>
        <translation>النموذج غير متأكد من الاستثارة، بمقدار %1 نقطة</translation>
    </message>
    <message>
        <source>You have rated nothing in its part of the plane</source>
        <translation>لم تقيّم شيئًا في هذا الجزء من المستوى</translation>
    </message>
    <message>
        <source>You have rated little in its part of the plane</source>
        <translation>قيّمت القليل في هذا الجزء من المستوى</translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message>
        <source>action</source>
        <translation>حركة</translation>
    </message>
    <message>
        <source>adventure</source>
        <translation>مغامرة</translation>
    </message>
    <message>
        <source>advertising</source>
        <translation>إعلاني</translation>
    </message>
    <message>
        <source>background</source>
        <translation>خلفية</translation>
    </message>
    <message>
        <source>ballad</source>
        <translation>بالاد</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>هادئ</translation>
    </message>
    <message>
        <source>children</source>
        <translation>للأطفال</translation>
    </message>
    <message>
        <source>christmas</source>
        <translation>عيد الميلاد</translation>
    </message>
    <message>
        <source>commercial</source>
        <translation>تجاري</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>أنيق</translation>
    </message>
    <message>
        <source>corporate</source>
        <translation>مؤسسي</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>قاتم</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>عميق</translation>
    </message>
    <message>
        <source>documentary</source>
        <translation>وثائقي</translation>
    </message>
    <message>
        <source>drama</source>
        <translation>دراما</translation>
    </message>
    <message>
        <source>dramatic</source>
        <translation>درامي</translation>
    </message>
    <message>
        <source>dream</source>
        <translation>حالم</translation>
    </message>
    <message>
        <source>emotional</source>
        <translation>عاطفي</translation>
    </message>
    <message>
        <source>energetic</source>
        <translation>حيوي</translation>
    </message>
    <message>
        <source>epic</source>
        <translation>ملحمي</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>film</source>
        <translation>سينمائي</translation>
    </message>
    <message>
        <source>fun</source>
        <translation>مرح</translation>
    </message>
    <message>
        <source>funny</source>
        <translation>فكاهي</translation>
    </message>
    <message>
        <source>game</source>
        <translation>ألعاب</translation>
    </message>
    <message>
        <source>groovy</source>
        <translation>إيقاعي</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>سعيد</translation>
    </message>
    <message>
        <source>heavy</source>
        <translation>ثقيل</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>أعياد</translation>
    </message>
    <message>
        <source>hopeful</source>
        <translation>متفائل</translation>
    </message>
    <message>
        <source>inspiring</source>
        <translation>ملهم</translation>
    </message>
    <message>
        <source>love</source>
        <translation>حب</translation>
    </message>
    <message>
        <source>meditative</source>
        <translation>تأملي</translation>
    </message>
    <message>
        <source>melancholic</source>
        <translation>شجيّ</translation>
    </message>
    <message>
        <source>melodic</source>
        <translation>لحني</translation>
    </message>
    <message>
        <source>motivational</source>
        <translation>محفّز</translation>
    </message>
    <message>
        <source>movie</source>
        <translation>أفلام</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>طبيعة</translation>
    </message>
    <message>
        <source>party</source>
        <translation>حفلات</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>إيجابي</translation>
    </message>
    <message>
        <source>powerful</source>
        <translation>قوي</translation>
    </message>
    <message>
        <source>relaxing</source>
        <translation>مريح</translation>
    </message>
    <message>
        <source>retro</source>
        <translation>قديم الطراز</translation>
    </message>
    <message>
        <source>romantic</source>
        <translation>رومانسي</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>حزين</translation>
    </message>
    <message>
        <source>sexy</source>
        <translation>مغرٍ</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>ناعم</translation>
    </message>
    <message>
        <source>soundscape</source>
        <translation>مشهد صوتي</translation>
    </message>
    <message>
        <source>space</source>
        <translation>فضاء</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>رياضي</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>صيفي</translation>
    </message>
    <message>
        <source>trailer</source>
        <translation>مقطع دعائي</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>سفر</translation>
    </message>
    <message>
        <source>upbeat</source>
        <translation>نشيط</translation>
    </message>
    <message>
        <source>uplifting</source>
        <translation>مبهج</translation>
    </message>
</context>
<context>
    <name>Quarter</name>
    <message>
        <source>joyful</source>
        <translation>بهيج</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>متوتر</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>حزين</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>هادئ</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <comment>a column</comment>
        <translation>%1، تصاعديًا</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <comment>a column</comment>
        <translation>%1، تنازليًا</translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message>
        <source>More joyful songs would help most.</source>
        <translation>المزيد من المقطوعات المبهجة سيفيد أكثر من غيره.</translation>
    </message>
    <message>
        <source>More tense songs would help most.</source>
        <translation>المزيد من المقطوعات المتوترة سيفيد أكثر من غيره.</translation>
    </message>
    <message>
        <source>More sad songs would help most.</source>
        <translation>المزيد من المقطوعات الحزينة سيفيد أكثر من غيره.</translation>
    </message>
    <message>
        <source>More calm songs would help most.</source>
        <translation>المزيد من المقطوعات الهادئة سيفيد أكثر من غيره.</translation>
    </message>
    <message>
        <source>The model has heard none of the labelled songs. Analyse them first.</source>
        <translation>لم يسمع النموذج أيًا من المقطوعات المقيّمة. حلّلها أولًا.</translation>
    </message>
    <message>
        <source>Not enough yet.</source>
        <translation>لا يكفي بعد.</translation>
    </message>
    <message>
        <source>Enough for a first try.</source>
        <translation>يكفي لمحاولة أولى.</translation>
    </message>
    <message>
        <source>Enough for a good try.</source>
        <translation>يكفي لمحاولة جيدة.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more labelled song(s) needed</source>
        <translation>
            <numerusform>يلزم المزيد من المقطوعات المقيّمة: %Ln</numerusform>
            <numerusform>يلزم المزيد من المقطوعات المقيّمة: %Ln</numerusform>
            <numerusform>يلزم المزيد من المقطوعات المقيّمة: %Ln</numerusform>
            <numerusform>يلزم المزيد من المقطوعات المقيّمة: %Ln</numerusform>
            <numerusform>يلزم المزيد من المقطوعات المقيّمة: %Ln</numerusform>
            <numerusform>يلزم المزيد من المقطوعات المقيّمة: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>labelled songs of %Ln more artist(s) needed</source>
        <translation>
            <numerusform>يلزم مقطوعات مقيّمة لفنانين آخرين: %Ln</numerusform>
            <numerusform>يلزم مقطوعات مقيّمة لفنانين آخرين: %Ln</numerusform>
            <numerusform>يلزم مقطوعات مقيّمة لفنانين آخرين: %Ln</numerusform>
            <numerusform>يلزم مقطوعات مقيّمة لفنانين آخرين: %Ln</numerusform>
            <numerusform>يلزم مقطوعات مقيّمة لفنانين آخرين: %Ln</numerusform>
            <numerusform>يلزم مقطوعات مقيّمة لفنانين آخرين: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled song(s) can be used</source>
        <translation>
            <numerusform>المقطوعات المقيّمة الصالحة: %Ln</numerusform>
            <numerusform>المقطوعات المقيّمة الصالحة: %Ln</numerusform>
            <numerusform>المقطوعات المقيّمة الصالحة: %Ln</numerusform>
            <numerusform>المقطوعات المقيّمة الصالحة: %Ln</numerusform>
            <numerusform>المقطوعات المقيّمة الصالحة: %Ln</numerusform>
            <numerusform>المقطوعات المقيّمة الصالحة: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln group(s) of one artist, album or recording, which the test keeps together</source>
        <translation>
            <numerusform>المجموعات، لكل فنان أو ألبوم أو تسجيل، التي يبقيها الاختبار معًا: %Ln</numerusform>
            <numerusform>المجموعات، لكل فنان أو ألبوم أو تسجيل، التي يبقيها الاختبار معًا: %Ln</numerusform>
            <numerusform>المجموعات، لكل فنان أو ألبوم أو تسجيل، التي يبقيها الاختبار معًا: %Ln</numerusform>
            <numerusform>المجموعات، لكل فنان أو ألبوم أو تسجيل، التي يبقيها الاختبار معًا: %Ln</numerusform>
            <numerusform>المجموعات، لكل فنان أو ألبوم أو تسجيل، التي يبقيها الاختبار معًا: %Ln</numerusform>
            <numerusform>المجموعات، لكل فنان أو ألبوم أو تسجيل، التي يبقيها الاختبار معًا: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>rated: valence %1, arousal %2, moods %3, curves while listening %4</source>
        <translation>التقييمات: التكافؤ %1، الاستثارة %2، الأمزجة %3، منحنيات أثناء الاستماع %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled song(s) left out, since the model has not heard them</source>
        <translation>
            <numerusform>مقطوعات مقيّمة متروكة لأن النموذج لم يسمعها: %Ln</numerusform>
            <numerusform>مقطوعات مقيّمة متروكة لأن النموذج لم يسمعها: %Ln</numerusform>
            <numerusform>مقطوعات مقيّمة متروكة لأن النموذج لم يسمعها: %Ln</numerusform>
            <numerusform>مقطوعات مقيّمة متروكة لأن النموذج لم يسمعها: %Ln</numerusform>
            <numerusform>مقطوعات مقيّمة متروكة لأن النموذج لم يسمعها: %Ln</numerusform>
            <numerusform>مقطوعات مقيّمة متروكة لأن النموذج لم يسمعها: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>ثانية واحدة (%Ln)</numerusform>
            <numerusform>ثانيتين (%Ln)</numerusform>
            <numerusform>%Ln ثوانٍ</numerusform>
            <numerusform>%Ln ثانية</numerusform>
            <numerusform>%Ln ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة (%Ln)</numerusform>
            <numerusform>دقيقتين (%Ln)</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>a mood applies</comment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <comment>a mood does not apply</comment>
        <translation>لا</translation>
    </message>
    <message>
        <source>%1: you %2, old model %3, new model %4</source>
        <translation>%1: أنت %2، النموذج القديم %3، النموذج الجديد %4</translation>
    </message>
    <message>
        <source>Better for you than the old model.</source>
        <translation>أفضل لك من النموذج القديم.</translation>
    </message>
    <message>
        <source>Worse than the old model.</source>
        <translation>أسوأ من النموذج القديم.</translation>
    </message>
    <message>
        <source>No better than the old model.</source>
        <translation>ليس أفضل من النموذج القديم.</translation>
    </message>
    <message>
        <source>Too few labels to tell.</source>
        <translation>التقييمات أقل من أن تسمح بحكم.</translation>
    </message>
    <message>
        <source>Better for %1.</source>
        <translation>أفضل في: %1.</translation>
    </message>
    <message>
        <source>Worse for %1.</source>
        <translation>أسوأ في: %1.</translation>
    </message>
    <message>
        <source>Unclear for %1: the difference may be chance.</source>
        <translation>غير واضح في: %1. قد يكون الفرق صدفة.</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln more label(s) would take 5 % off the error.</source>
        <translation>
            <numerusform>لخفض الخطأ بنسبة 5 % يلزم من التقييمات الإضافية نحو %Ln.</numerusform>
            <numerusform>لخفض الخطأ بنسبة 5 % يلزم من التقييمات الإضافية نحو %Ln.</numerusform>
            <numerusform>لخفض الخطأ بنسبة 5 % يلزم من التقييمات الإضافية نحو %Ln.</numerusform>
            <numerusform>لخفض الخطأ بنسبة 5 % يلزم من التقييمات الإضافية نحو %Ln.</numerusform>
            <numerusform>لخفض الخطأ بنسبة 5 % يلزم من التقييمات الإضافية نحو %Ln.</numerusform>
            <numerusform>لخفض الخطأ بنسبة 5 % يلزم من التقييمات الإضافية نحو %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>better</source>
        <translation>أفضل</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>أسوأ</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>غير واضح</translation>
    </message>
    <message>
        <source>too few labels</source>
        <translation>تقييمات قليلة جدًا</translation>
    </message>
    <message>
        <source>The model that this starts from is gone or cannot be read. Take another one into use on the page Models.</source>
        <translation>النموذج الذي يبدأ منه التدريب مفقود أو لا يمكن قراءته. استخدم نموذجًا آخر من صفحة «النماذج».</translation>
    </message>
    <message>
        <source>There is no room to keep the trained model. Free some space, then go on where it stopped.</source>
        <translation>لا توجد مساحة لحفظ النموذج المدرَّب. أفرغ بعض المساحة ثم تابع من حيث توقف.</translation>
    </message>
    <message>
        <source>Songs of one artist would be learned from and tested on, which makes scores too good. Nothing was trained; without the given split, artists stay together.</source>
        <translation>سيُتعلَّم من مقطوعات فنان ويُختبَر بأخرى له، فتأتي النتائج أفضل من الواقع. لم يُدرَّب شيء؛ من دون التقسيم المعطى يبقى كل فنان معًا.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, then go on where it stopped.</source>
        <translation>الذاكرة لا تكفي. أغلق برامج أخرى ثم تابع من حيث توقف.</translation>
    </message>
    <message>
        <source>There is no library yet. Add a folder with music first.</source>
        <translation>لا توجد مكتبة بعد. أضف مجلدًا فيه موسيقى أولًا.</translation>
    </message>
    <message>
        <source>Nobody has rated anything yet. Rate songs, or import labels.</source>
        <translation>لم يقيّم أحد شيئًا بعد. قيّم مقطوعات أو استورد تقييمات.</translation>
    </message>
</context>
<context>
    <name>circumplex</name>
    <message>
        <source>Each point describes the %1 s around it, every %2 s.</source>
        <translation>تصف كل نقطة %1 ث من حولها، بخطوة %2 ث.</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>الأمزجة</translation>
    </message>
    <message>
        <source>How %1 pieces feel</source>
        <translation>مشاعر المقطوعات (%1)</translation>
    </message>
    <message>
        <source>Left: each piece as a whole, and its way over time (a dot at the end). Right: valence (solid, orange) and arousal (dashed, blue) over time.</source>
        <translation>يسارًا: كل مقطوعة إجمالًا ومسيرها عبر الزمن (النقطة عند النهاية). يمينًا: التكافؤ (خط متصل برتقالي) والاستثارة (خط متقطع أزرق) عبر الزمن.</translation>
    </message>
    <message>
        <source>V %1   A %2</source>
        <translation>ت %1   س %2</translation>
    </message>
    <message>
        <source>Curves of the first %1 pieces. </source>
        <translation>منحنيات أول %1 من المقطوعات. </translation>
    </message>
    <message>
        <source>Not analysed.</source>
        <translation>لم تُحلَّل.</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>مصحَّح</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>مرجعي</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in .svg, .pdf or .png.</source>
        <translation>يجب أن ينتهي اسم الملف بـ ‎.svg أو ‎.pdf أو ‎.png.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>تعذّرت كتابة «⁦%1⁩»: %2</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>الفارق</translation>
    </message>
    <message>
        <source>chords</source>
        <translation>التآلفات</translation>
    </message>
    <message>
        <source>zoom in to read the chords</source>
        <translation>كبّر لقراءة التآلفات</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>key</source>
        <translation>المقام</translation>
    </message>
    <message>
        <source>none heard</source>
        <translation>لم يُسمع مقام</translation>
    </message>
    <message>
        <source>%1: valence %2</source>
        <translation>%1: التكافؤ %2</translation>
    </message>
    <message>
        <source>%1: arousal %2</source>
        <translation>%1: الاستثارة %2</translation>
    </message>
    <message>
        <source>valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>Smoothed: mean over %1 s.</source>
        <translation>مع تنعيم: متوسط %1 ث.</translation>
    </message>
    <message>
        <source>Not smoothed.</source>
        <translation>بلا تنعيم.</translation>
    </message>
    <message>
        <source>Model %1.</source>
        <translation>النموذج %1.</translation>
    </message>
    <message>
        <source>A first value from a few windows; the rest is being analysed.</source>
        <translation>قيمة أولية من نوافذ قليلة؛ والباقي قيد التحليل.</translation>
    </message>
    <message>
        <source>No track is open.</source>
        <translation>لا توجد مقطوعة مفتوحة.</translation>
    </message>
    <message>
        <source>%1 long.</source>
        <translation>المدة %1.</translation>
    </message>
    <message>
        <source>Not analysed yet.</source>
        <translation>لم تُحلَّل بعد.</translation>
    </message>
    <message>
        <source>Most pleasant, %1, at %2.</source>
        <translation>أعلى تكافؤ %1 عند %2.</translation>
    </message>
    <message>
        <source>Most excited, %1, at %2.</source>
        <translation>أعلى استثارة %1 عند %2.</translation>
    </message>
    <message>
        <source>Moods: %1.</source>
        <translation>الأمزجة: %1.</translation>
    </message>
    <message>
        <source>Key: %1.</source>
        <translation>المقام: %1.</translation>
    </message>
    <message>
        <source>Comments: %1.</source>
        <translation>التعليقات: %1.</translation>
    </message>
    <message>
        <source>less than 1&#xa0;%</source>
        <translation>أقل من ١&#xa0;٪</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;٪</translation>
    </message>
    <message>
        <source>It has nothing %1.</source>
        <translation>لا شيء فيها من المزاج: %1.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two moods</comment>
        <translation> أو </translation>
    </message>
    <message>
        <source>It has little that is %1.</source>
        <translation>القليل فيها من المزاج: %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a mood and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your library: %1.</source>
        <translation>مكتبتك: %1.</translation>
    </message>
    <message>
        <source>It reaches %1 of the plane, counted in squares of half a point.</source>
        <translation>تبلغ %1 من المستوى، محسوبة بمربعات من نصف نقطة.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Valence ø %1</source>
        <translation>التكافؤ ø %1</translation>
    </message>
    <message>
        <source>Arousal ø %1</source>
        <translation>الاستثارة ø %1</translation>
    </message>
    <message>
        <source>Bands: %1 % of human ratings are expected inside.</source>
        <translation>النطاقات: يُتوقع أن يقع داخلها %1&#xa0;٪ من تقييمات الناس.</translation>
    </message>
    <message>
        <source>Scale %1 to %2, %3 is neutral.</source>
        <translation>المقياس من %1 إلى %2، و%3 محايد.</translation>
    </message>
    <message>
        <source>Model %1, mode %2.</source>
        <translation>النموذج %1، النمط %2.</translation>
    </message>
    <message>
        <source>Valence and its interval</source>
        <translation>التكافؤ ومجاله</translation>
    </message>
    <message>
        <source>Arousal and its interval</source>
        <translation>الاستثارة ومجالها</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>شكل الموجة</translation>
    </message>
    <message>
        <source>points</source>
        <translation>نقاط</translation>
    </message>
    <message>
        <source>Model %1, mode %2, %3 on %4; Circumplex %5, %6</source>
        <translation>النموذج %1، النمط %2، ⁦%3⁩ على ⁦%4⁩؛ Circumplex ⁦%5⁩، %6</translation>
    </message>
    <message>
        <source>%1, %2, latency of %3 s taken off</source>
        <translation>%1، %2، بعد طرح تأخر قدره %3 ث</translation>
    </message>
    <message>
        <source>%1, latency of %2 s taken off</source>
        <translation>%1، بعد طرح تأخر قدره %2 ث</translation>
    </message>
    <message>
        <source>Drawn by %1: %2</source>
        <translation>رسم %1: %2</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>الملف ⁦%1⁩</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source> (%1 from the model)</source>
        <translation> (الفرق عن النموذج ⁦%1⁩)</translation>
    </message>
    <message>
        <source>%1: V %2, A %3</source>
        <translation>%1: ت ⁦%2⁩، س ⁦%3⁩</translation>
    </message>
    <message>
        <source>Models: %1 (bold), %2 (thin).</source>
        <translation>النماذج: %1 (خط عريض)، %2 (خط رفيع).</translation>
    </message>
    <message>
        <source>Bands: %1 % of human ratings are expected inside. Scale %2 to %3.</source>
        <translation>النطاقات: يُتوقع أن يقع داخلها %1&#xa0;٪ من تقييمات الناس. المقياس من %2 إلى %3.</translation>
    </message>
    <message>
        <source>ø: the whole track.</source>
        <translation>ø: المقطوعة كلها.</translation>
    </message>
    <message>
        <source>Residual: what others say less what %1 says, in points of the scale; arrows at the edge: more than %2.</source>
        <translation>الفارق: ما يقوله الآخرون ناقص ما يقوله %1، بنقاط المقياس؛ الأسهم عند الحافة: أكثر من %2.</translation>
    </message>
    <message>
        <source>Hidden lanes: %1</source>
        <translation>المسارات المخفية: %1</translation>
    </message>
    <message>
        <source>Lane of %1: the palest shade is %2 %, the darkest %3 %.</source>
        <translation>مسار «%1»: أفتح درجة لون %2&#xa0;٪، وأغمقها %3&#xa0;٪.</translation>
    </message>
    <message>
        <source>As a whole %1: valence %2, arousal %3, of %4 to %5.</source>
        <translation>إجمالًا %1: التكافؤ %2، الاستثارة %3، على مقياس من %4 إلى %5.</translation>
    </message>
    <message>
        <source>words that begin so, in title, artist, album, genre, folder or file</source>
        <translation>كلمات تبدأ هكذا، في العنوان أو الفنان أو الألبوم أو النوع أو المجلد أو الملف</translation>
    </message>
    <message>
        <source>these words one after the other</source>
        <translation>هذه الكلمات بالتتابع</translation>
    </message>
    <message>
        <source>words in one place: also title, album, albumartist</source>
        <translation>كلمات في موضع واحد: أيضًا title وalbum وalbumartist</translation>
    </message>
    <message>
        <source>calm is among the song&apos;s five strongest moods</source>
        <translation>calm من أقوى خمسة أمزجة في المقطوعة</translation>
    </message>
    <message>
        <source>the probability of a mood, 0 to 1</source>
        <translation>احتمال المزاج، من ٠ إلى ١</translation>
    </message>
    <message>
        <source>how pleasant, how excited, 1 to 9</source>
        <translation>مدى السرور ومدى الإثارة، من ١ إلى ٩</translation>
    </message>
    <message>
        <source>the song becomes more pleasant; also start, end, mean, range, peak, turns</source>
        <translation>تزداد المقطوعة سرورًا؛ أيضًا start وend وmean وrange وpeak وturns</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>المقام</translation>
    </message>
    <message>
        <source>years, lengths; both ends belong to it</source>
        <translation>السنوات والمدد؛ ويشمل المدى طرفيه</translation>
    </message>
    <message>
        <source>when the song came into the library</source>
        <translation>متى دخلت المقطوعة المكتبة</translation>
    </message>
    <message>
        <source>anywhere in the file&apos;s path</source>
        <translation>في أي موضع من مسار الملف</translation>
    </message>
    <message>
        <source>a state; also annotated, failed, missing, offline, labelled, stale, duplicate</source>
        <translation>حالة؛ أيضًا annotated وfailed وmissing وoffline وlabelled وstale وduplicate</translation>
    </message>
    <message>
        <source>a person gave this tag</source>
        <translation>أعطى شخص هذا الوسم</translation>
    </message>
    <message>
        <source>the songs of a playlist</source>
        <translation>مقطوعات قائمة تشغيل</translation>
    </message>
    <message>
        <source>one of two; not; brackets. Side by side, all must hold</source>
        <translation>أحد الاثنين؛ النفي؛ الأقواس. وما كُتب متجاورًا يجب أن يتحقق كله</translation>
    </message>
    <message>
        <source>Moods, valence, arousal and key are the model&apos;s. A song that is not analysed fulfils no condition on them.</source>
        <translation>الأمزجة والتكافؤ والاستثارة والمقام من النموذج. المقطوعة غير المحللة لا تحقق أي شرط عليها.</translation>
    </message>
    <message>
        <source>Listens to a music library and draws how each piece feels over time: valence (unpleasant to pleasant), arousal (calm to excited) and moods, as models guess them. What people feel may differ; the bands say by how much.</source>
        <translation>يستمع إلى مكتبة موسيقى ويرسم إحساس كل مقطوعة عبر الزمن: التكافؤ (من غير سار إلى سار) والاستثارة (من هادئ إلى مستثار) والأمزجة، كما تخمّنها النماذج. قد يختلف ما يشعر به الناس؛ وتبيّن النطاقات مقدار ذلك.</translation>
    </message>
    <message>
        <source>No audio leaves this computer. Only the download of models, when you ask for it, uses the network.</source>
        <translation>لا يغادر أي صوت هذا الحاسوب. لا تُستخدم الشبكة إلا لتنزيل النماذج حين تطلب ذلك.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. Models have licences of their own: see the page Models.</source>
        <translation>برنامج حر برخصة جنو العمومية العامة (GNU General Public License)، الإصدار ٣ أو ما بعده، دون أي ضمان. للنماذج تراخيص خاصة بها: انظر صفحة «النماذج».</translation>
    </message>
    <message>
        <source>Made with Qt, QCustomPlot, LibTorch, FFmpeg, SQLite, TagLib, Rubber Band, Chromaprint, soxr and libebur128. The plane of valence and arousal is James Russell&apos;s circumplex (1980); the model follows Music2Emo (Kang and Herremans, 2025).</source>
        <translation>صُنع باستخدام Qt وQCustomPlot وLibTorch وFFmpeg وSQLite وTagLib وRubber Band وChromaprint وsoxr وlibebur128. مستوى التكافؤ والاستثارة هو الدائرة الوجدانية (circumplex) لجيمس راسل (١٩٨٠)؛ ويتبع النموذج Music2Emo (Kang وHerremans، ٢٠٢٥).</translation>
    </message>
    <message>
        <source>What the search understands</source>
        <translation>ما يفهمه البحث</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>كل المفاتيح</translation>
    </message>
    <message>
        <source>About Circumplex</source>
        <translation>حول Circumplex</translation>
    </message>
</context>
<context>
    <name>circumplex::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>لا يوجد أمر بهذه الكلمات.</translation>
    </message>
</context>
<context>
    <name>circumplex::CommentDialog</name>
    <message>
        <source>New comment</source>
        <translation>تعليق جديد</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>ماذا يحدث هنا؟</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>to</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Begin of the comment</source>
        <translation>بداية التعليق</translation>
    </message>
    <message>
        <source>End of the comment</source>
        <translation>نهاية التعليق</translation>
    </message>
    <message>
        <source>The comment is about a stretch, not a moment</source>
        <translation>يخص التعليق جزءًا من المقطوعة، لا لحظة واحدة</translation>
    </message>
    <message>
        <source>Words of the comment</source>
        <translation>نص التعليق</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>يجب أن تكون النهاية بعد البداية.</translation>
    </message>
</context>
<context>
    <name>circumplex::CommentHistory</name>
    <message>
        <source>write a comment</source>
        <translation>(كتابة تعليق)</translation>
    </message>
    <message>
        <source>remove a comment</source>
        <translation>(إزالة تعليق)</translation>
    </message>
    <message>
        <source>change a comment</source>
        <translation>(تغيير تعليق)</translation>
    </message>
</context>
<context>
    <name>circumplex::CurveStrip</name>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
</context>
<context>
    <name>circumplex::Desktop</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المقطوعة</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>إضافة مجلد …</translation>
    </message>
    <message>
        <source>Look for new and changed files</source>
        <translation>البحث عن الملفات الجديدة والمتغيرة</translation>
    </message>
    <message>
        <source>Analyse what is not analysed</source>
        <translation>تحليل ما لم يُحلَّل</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
    <message>
        <source>Add a folder with music</source>
        <translation>إضافة مجلد موسيقى</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>النموذج المستخدم</translation>
    </message>
    <message>
        <source>Try failed songs again</source>
        <translation>إعادة محاولة المقطوعات التي تعذّر تحليلها</translation>
    </message>
</context>
<context>
    <name>circumplex::EmotionPlot</name>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation>غير سار</translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation>سار</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>هادئ</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>مستثار</translation>
    </message>
    <message>
        <source>feels</source>
        <translation>الشعور</translation>
    </message>
    <message>
        <source>%1  %2  (%3 to %4)</source>
        <translation>%1  %2  (%3 إلى %4)</translation>
    </message>
    <message>
        <source>chords</source>
        <translation>التآلفات</translation>
    </message>
</context>
<context>
    <name>circumplex::EngineLink</name>
    <message>
        <source>Looking for new and changed files …</source>
        <translation>يجري البحث عن الملفات الجديدة والمتغيرة …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>تجري قراءة %1 …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) new</source>
        <translation>
            <numerusform>لا مقطوعات جديدة</numerusform>
            <numerusform>مقطوعة جديدة واحدة</numerusform>
            <numerusform>مقطوعتان جديدتان</numerusform>
            <numerusform>%Ln مقطوعات جديدة</numerusform>
            <numerusform>%Ln مقطوعة جديدة</numerusform>
            <numerusform>%Ln مقطوعة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) changed</source>
        <translation>
            <numerusform>لم تتغيّر أي مقطوعة</numerusform>
            <numerusform>تغيّرت مقطوعة واحدة</numerusform>
            <numerusform>تغيّرت مقطوعتان</numerusform>
            <numerusform>تغيّرت %Ln مقطوعات</numerusform>
            <numerusform>تغيّرت %Ln مقطوعة</numerusform>
            <numerusform>تغيّرت %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) moved</source>
        <translation>
            <numerusform>لم تُنقل أي مقطوعة</numerusform>
            <numerusform>نُقلت مقطوعة واحدة</numerusform>
            <numerusform>نُقلت مقطوعتان</numerusform>
            <numerusform>نُقلت %Ln مقطوعات</numerusform>
            <numerusform>نُقلت %Ln مقطوعة</numerusform>
            <numerusform>نُقلت %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) missing</source>
        <translation>
            <numerusform>لا مقطوعات مفقودة</numerusform>
            <numerusform>مقطوعة مفقودة واحدة</numerusform>
            <numerusform>مقطوعتان مفقودتان</numerusform>
            <numerusform>%Ln مقطوعات مفقودة</numerusform>
            <numerusform>%Ln مقطوعة مفقودة</numerusform>
            <numerusform>%Ln مقطوعة مفقودة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>قُرئت كل الملفات</numerusform>
            <numerusform>تعذّرت قراءة ملف واحد</numerusform>
            <numerusform>تعذّرت قراءة ملفين</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملفات</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملفًا</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>لم يُعثر على شيء جديد.</translation>
    </message>
    <message>
        <source>From now on songs are analysed with the new settings.</source>
        <translation>من الآن تُحلَّل المقطوعات بالإعدادات الجديدة.</translation>
    </message>
    <message>
        <source>The analysis stopped and was started again; nothing is lost. %1</source>
        <translation>توقف التحليل ثم بدأ من جديد؛ لم يضع شيء. %1</translation>
    </message>
</context>
<context>
    <name>circumplex::FacetPanel</name>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Choose one or several</source>
        <translation>اختر واحدًا أو أكثر</translation>
    </message>
    <message>
        <source>Clear what is chosen</source>
        <translation>مسح الاختيار</translation>
    </message>
    <message>
        <source>Moods, artists, genres and years of the songs found</source>
        <translation>أمزجة المقطوعات الموجودة وفنانوها وأنواعها وسنواتها</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>الأمزجة</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>الفنانون</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>الأنواع</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>السنوات</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: search for them</source>
        <translation>
            <numerusform>والمزيد (%Ln): استخدم البحث</numerusform>
            <numerusform>والمزيد (%Ln): استخدم البحث</numerusform>
            <numerusform>والمزيد (%Ln): استخدم البحث</numerusform>
            <numerusform>والمزيد (%Ln): استخدم البحث</numerusform>
            <numerusform>والمزيد (%Ln): استخدم البحث</numerusform>
            <numerusform>والمزيد (%Ln): استخدم البحث</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>عرض أقل</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>عرض المزيد (%Ln)</numerusform>
            <numerusform>عرض المزيد (%Ln)</numerusform>
            <numerusform>عرض المزيد (%Ln)</numerusform>
            <numerusform>عرض المزيد (%Ln)</numerusform>
            <numerusform>عرض المزيد (%Ln)</numerusform>
            <numerusform>عرض المزيد (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation>
            <numerusform>%1، %Ln مقطوعة</numerusform>
            <numerusform>%1، %Ln مقطوعة</numerusform>
            <numerusform>%1، %Ln مقطوعتان</numerusform>
            <numerusform>%1، %Ln مقطوعات</numerusform>
            <numerusform>%1، %Ln مقطوعة</numerusform>
            <numerusform>%1، %Ln مقطوعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::FaderRow</name>
    <message>
        <source>Click, then move the fader or knob that is meant</source>
        <translation>انقر، ثم حرّك المنزلق أو المقبض المقصود</translation>
    </message>
    <message>
        <source>Move it now …</source>
        <translation>حرّكه الآن …</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1: اختر</translation>
    </message>
    <message>
        <source>%1: wheel of channel %2</source>
        <translation>%1: عجلة القناة %2</translation>
    </message>
    <message>
        <source>%1: no. %2</source>
        <translation>%1: رقم %2</translation>
    </message>
    <message>
        <source>%1: no. %2 of channel %3</source>
        <translation>%1: رقم %2 من القناة %3</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
</context>
<context>
    <name>circumplex::FilterChip</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>غير محللة</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation>
            <numerusform>%1، %Ln مقطوعة</numerusform>
            <numerusform>%1، %Ln مقطوعة</numerusform>
            <numerusform>%1، %Ln مقطوعتان</numerusform>
            <numerusform>%1، %Ln مقطوعات</numerusform>
            <numerusform>%1، %Ln مقطوعة</numerusform>
            <numerusform>%1، %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <comment>songs</comment>
        <translation>تعذّر تحليلها</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>songs</comment>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands, as short as can be</comment>
        <translation>%1&#xa0;ألف</translation>
    </message>
</context>
<context>
    <name>circumplex::FoldersLink</name>
    <message>
        <source>stop watching %1</source>
        <translation>(إيقاف مراقبة ⁦%1⁩)</translation>
    </message>
    <message>
        <source>%1 (disk away)</source>
        <translation>⁦%1⁩ (القرص غير متصل)</translation>
    </message>
    <message>
        <source>watch %1</source>
        <translation>(مراقبة ⁦%1⁩)</translation>
    </message>
</context>
<context>
    <name>circumplex::HandControl</name>
    <message>
        <source>%1 is used by another program, so its faders cannot be heard. Close that program; it is tried again every second.</source>
        <translation>%1 يستخدمه برنامج آخر، فلا تصل حركة منزلقاته. أغلق ذلك البرنامج؛ تُعاد المحاولة كل ثانية.</translation>
    </message>
</context>
<context>
    <name>circumplex::InstalledModelCard</name>
    <message>
        <source>Use the starter</source>
        <translation>استخدام النموذج المرفق</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to do: model</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>يتكون من</translation>
    </message>
    <message>
        <source>The whole hash: %1</source>
        <translation>البصمة كاملة: ⁦%1⁩</translation>
    </message>
    <message>
        <source>Name and hash</source>
        <translation>الاسم والبصمة</translation>
    </message>
    <message>
        <source>Copies the name with the whole hash</source>
        <translation>ينسخ الاسم مع البصمة كاملة</translation>
    </message>
    <message>
        <source>Copy name and hash</source>
        <translation>نسخ الاسم والبصمة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>قيد الاستخدام</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>مرفق بالبرنامج</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>استخدام</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Compares every file with what was installed</source>
        <translation>يقارن كل ملف بما ثُبّت</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>agreement with people on %1; 1 is perfect</source>
        <translation>التوافق مع الناس في %1؛ ١ توافق تام</translation>
    </message>
    <message>
        <source>Held-out scores</source>
        <translation>نتائج الاختبار</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>بيانات التدريب</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>It cannot be used: %1</source>
        <translation>لا يمكن استخدامه: %1</translation>
    </message>
    <message>
        <source>Its files are not those that were installed</source>
        <translation>ملفاته ليست هي التي ثُبّتت</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>إزالة نموذج</translation>
    </message>
    <message>
        <source>Delete the files of “%1”?</source>
        <translation>أتريد حذف ملفات «%1»؟</translation>
    </message>
    <message>
        <source>They are in %1. What it said of your songs stays in the library.</source>
        <translation>هي في ⁦%1⁩. تبقى نتائجه عن مقطوعاتك في المكتبة.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>إبقاء</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>التفاصيل …</translation>
    </message>
</context>
<context>
    <name>circumplex::LabelPage</name>
    <message>
        <source>Label</source>
        <translation>التقييم</translation>
    </message>
    <message>
        <source>Say how songs feel, while you listen and after. Personal models learn from it.</source>
        <translation>قل كيف تشعر بالمقطوعات أثناء الاستماع وبعده. منها تتعلم النماذج الشخصية.</translation>
    </message>
</context>
<context>
    <name>circumplex::LabelPlane</name>
    <message>
        <source>Labelled songs in the four quarters of the plane</source>
        <translation>المقطوعات المقيّمة في أرباع المستوى الأربعة</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a quarter of the plane, a number of songs</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>circumplex::LabelPresenter</name>
    <message>
        <source>Ratings cannot be kept here. %1</source>
        <translation>لا يمكن حفظ التقييمات هنا. %1</translation>
    </message>
    <message>
        <source>What you say cannot be written at the moment. It is kept in memory and tried again every two seconds; do not close the program. %1</source>
        <translation>تتعذّر كتابة تقييمك الآن. يبقى في الذاكرة وتُعاد المحاولة كل ثانيتين؛ لا تغلق البرنامج. %1</translation>
    </message>
    <message>
        <source>Song %1 of %2</source>
        <translation>المقطوعة %1 من %2</translation>
    </message>
    <message>
        <source>A song was passed over. %1</source>
        <translation>جرى تخطي مقطوعة. %1</translation>
    </message>
    <message>
        <source>“%1” was passed over: its file is gone.</source>
        <translation>جرى تخطي «%1»: ملفها لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>“%1” was passed over: the disk “%2” is not there.</source>
        <translation>جرى تخطي «%1»: القرص «%2» غير موجود.</translation>
    </message>
    <message>
        <source>Sitting of %1, %2</source>
        <translation>جلسة %1، %2</translation>
    </message>
    <message>
        <source>rate “%1”</source>
        <translation>تقييم «%1»</translation>
    </message>
    <message>
        <source>What you rate with was unplugged. Everything so far is saved; plug it in again and go on.</source>
        <translation>فُصل الجهاز الذي تقيّم به. كل ما سبق محفوظ؛ صِله مجددًا وتابع.</translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPage</name>
    <message>
        <source>Columns ▾</source>
        <translation>الأعمدة ▾</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Add music …</source>
        <translation>إضافة موسيقى …</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>مكتبتك فارغة</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>إضافة مجلد …</translation>
    </message>
    <message>
        <source>Try the demo pieces</source>
        <translation>تجربة المقطوعات التوضيحية</translation>
    </message>
    <message>
        <source>No song is like that</source>
        <translation>لا توجد مقطوعة مطابقة</translation>
    </message>
    <message>
        <source>Nothing in this part of the library fits the search.</source>
        <translation>لا شيء في هذا الجزء من المكتبة يطابق البحث.</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>عرض كل المقطوعات</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln song(s)</source>
        <translation>
            <numerusform>%1 من %Ln مقطوعة</numerusform>
            <numerusform>%1 من %Ln مقطوعة</numerusform>
            <numerusform>%1 من %Ln مقطوعتين</numerusform>
            <numerusform>%1 من %Ln مقطوعات</numerusform>
            <numerusform>%1 من %Ln مقطوعة</numerusform>
            <numerusform>%1 من %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s), all analysed</source>
        <translation>
            <numerusform>%Ln مقطوعة، كلها محللة</numerusform>
            <numerusform>%Ln مقطوعة، كلها محللة</numerusform>
            <numerusform>%Ln مقطوعتان، كلتاهما محللة</numerusform>
            <numerusform>%Ln مقطوعات، كلها محللة</numerusform>
            <numerusform>%Ln مقطوعة، كلها محللة</numerusform>
            <numerusform>%Ln مقطوعة، كلها محللة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed</source>
        <translation>
            <numerusform>%Ln مقطوعة · حُلّل منها %1</numerusform>
            <numerusform>%Ln مقطوعة · حُلّل منها %1</numerusform>
            <numerusform>%Ln مقطوعتان · حُلّل منها %1</numerusform>
            <numerusform>%Ln مقطوعات · حُلّل منها %1</numerusform>
            <numerusform>%Ln مقطوعة · حُلّل منها %1</numerusform>
            <numerusform>%Ln مقطوعة · حُلّل منها %1</numerusform>
        </translation>
    </message>
    <message>
        <source>This library can only be read: you can search, look and listen, but nothing is added or analysed. Make its file and folder writable to change it.</source>
        <translation>هذه المكتبة للقراءة فقط: يمكنك البحث والعرض والاستماع، لكن لا يُضاف شيء ولا يُحلَّل. لتعديلها، اجعل ملفها ومجلدها قابلين للكتابة.</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>تضييق النتائج</translation>
    </message>
    <message>
        <source>Moods, artists, genres and years, with counts</source>
        <translation>الأمزجة والفنانون والأنواع والسنوات، مع أعدادها</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Your library is not there</source>
        <translation>مكتبتك غير موجودة</translation>
    </message>
    <message>
        <source>%1 cannot be reached. If it is on a disk that is not connected, connect it and look again; nothing is lost.</source>
        <translation>تعذّر الوصول إلى ⁦%1⁩. إن كانت المكتبة على قرص غير متصل، فصِله ثم أعِد المحاولة؛ لم يضِع شيء.</translation>
    </message>
    <message>
        <source>Add a folder with music: its songs show up here at once, and their curves of valence (how pleasant) and arousal (how excited) as they are analysed; a thousand songs take about ten minutes on two processor cores. Files are only read, and nothing leaves this computer.</source>
        <translation>أضف مجلد موسيقى: تظهر مقطوعاته هنا فورًا، ثم تظهر منحنيات التكافؤ العاطفي (مدى السرور) والاستثارة (مدى الإثارة) كلما حُلّلت مقطوعة؛ يستغرق تحليل ألف مقطوعة نحو عشر دقائق على نواتي معالج. الملفات تُقرأ فقط، ولا يغادر شيء هذا الحاسوب.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed, %2 could not be</source>
        <translation>
            <numerusform>%Ln مقطوعة · حُلّل منها %1، وتعذّر تحليل %2</numerusform>
            <numerusform>%Ln مقطوعة · حُلّل منها %1، وتعذّر تحليل %2</numerusform>
            <numerusform>%Ln مقطوعتان · حُلّل منها %1، وتعذّر تحليل %2</numerusform>
            <numerusform>%Ln مقطوعات · حُلّل منها %1، وتعذّر تحليل %2</numerusform>
            <numerusform>%Ln مقطوعة · حُلّل منها %1، وتعذّر تحليل %2</numerusform>
            <numerusform>%Ln مقطوعة · حُلّل منها %1، وتعذّر تحليل %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPlane</name>
    <message>
        <source>The library on valence and arousal</source>
        <translation>المكتبة على محوري التكافؤ والاستثارة</translation>
    </message>
    <message>
        <source>unpleasant  ←  valence  →  pleasant</source>
        <translation>⁦غير سار‎  ←  ‎التكافؤ‎  →  ‎سار⁩</translation>
    </message>
    <message>
        <source>calm  ←  arousal  →  excited</source>
        <translation>⁦هادئ‎  ←  ‎الاستثارة‎  →  ‎مستثار⁩</translation>
    </message>
    <message>
        <source>Valence %1, arousal %2.</source>
        <translation>التكافؤ %1، الاستثارة %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) within %1 of a point.</source>
        <translation>
            <numerusform>لا مقطوعات على بعد %1 نقطة أو أقل.</numerusform>
            <numerusform>مقطوعة واحدة على بعد %1 نقطة أو أقل.</numerusform>
            <numerusform>مقطوعتان على بعد %1 نقطة أو أقل.</numerusform>
            <numerusform>%Ln مقطوعات على بعد %1 نقطة أو أقل.</numerusform>
            <numerusform>%Ln مقطوعة على بعد %1 نقطة أو أقل.</numerusform>
            <numerusform>%Ln مقطوعة على بعد %1 نقطة أو أقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearest: %1.</source>
        <translation>الأقرب: %1.</translation>
    </message>
</context>
<context>
    <name>circumplex::ListeningPanel</name>
    <message>
        <source>Listen. You rate the song when it is over.</source>
        <translation>استمع. تقيّم المقطوعة عندما تنتهي.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>How much of the song has been heard</source>
        <translation>مقدار ما سُمع من المقطوعة</translation>
    </message>
    <message>
        <source>Forget what you drew over this song and hear it from the beginning</source>
        <translation>انسَ ما رسمته لهذه المقطوعة واستمع إليها من البداية</translation>
    </message>
    <message>
        <source>Rate it now</source>
        <translation>قيّمها الآن</translation>
    </message>
    <message>
        <source>Pass over</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>End the sitting</source>
        <translation>إنهاء الجلسة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>متابعة (مسافة)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>إيقاف مؤقت (مسافة)</translation>
    </message>
    <message>
        <source>Game pad: button 1 goes on, 4 rates the song now, 3 starts it again, 2 passes it over, 7 ends the sitting.</source>
        <translation>يد التحكم: الزر 1 للمتابعة، 4 لتقييم المقطوعة الآن، 3 لبدئها من جديد، 2 لتخطيها، 7 لإنهاء الجلسة.</translation>
    </message>
    <message>
        <source>Game pad: button 1 pauses, 4 rates the song now.</source>
        <translation>يد التحكم: الزر 1 للإيقاف المؤقت، 4 لتقييم المقطوعة الآن.</translation>
    </message>
</context>
<context>
    <name>circumplex::ListeningPresenter</name>
    <message>
        <source>There is no sound device, so the song cannot be heard, and what is not heard is not rated. Connect one and the song goes on by itself, or end the sitting: everything so far is saved.</source>
        <translation>لا يوجد جهاز صوت، فلا يمكن سماع المقطوعة، وما لا يُسمع لا يُقيَّم. صِل جهازًا وستستمر المقطوعة من تلقاء نفسها، أو أنهِ الجلسة: كل ما سبق محفوظ.</translation>
    </message>
    <message>
        <source>The song cannot be heard to its end. %1 Rate it as far as you heard it, or pass over it.</source>
        <translation>لا يمكن سماع المقطوعة إلى نهايتها. %1 قيّمها بقدر ما سمعت، أو تخطَّها.</translation>
    </message>
    <message>
        <source>The sound stands still, and what is not heard is not rated. It goes on by itself when the sound does; or end the sitting: everything so far is saved.</source>
        <translation>الصوت متوقف، وما لا يُسمع لا يُقيَّم. يستمر الأمر تلقائيًا عندما يعود الصوت؛ أو أنهِ الجلسة: كل ما سبق محفوظ.</translation>
    </message>
    <message>
        <source>Paused. Everything so far is saved.</source>
        <translation>متوقف مؤقتًا. كل ما سبق محفوظ.</translation>
    </message>
    <message>
        <source>The song is over. Stay with it a moment longer.</source>
        <translation>انتهت المقطوعة. ابقَ معها لحظة أخرى.</translation>
    </message>
    <message>
        <source>Find your way into the song: the first %1 seconds are kept, but not counted.</source>
        <translation>ادخل في جو المقطوعة: تُحفظ الثواني %1 الأولى ولا تُحتسب.</translation>
    </message>
    <message>
        <source>Up when it grows, down when it shrinks, as far as you like.</source>
        <translation>إلى أعلى حين يزداد، وإلى أسفل حين يقل، بقدر ما تشاء.</translation>
    </message>
    <message>
        <source>Keep the ring where you feel at this moment.</source>
        <translation>أبقِ الحلقة حيث تشعر في هذه اللحظة.</translation>
    </message>
    <message>
        <source>Keep the ring where the music is at this moment.</source>
        <translation>أبقِ الحلقة حيث تكون الموسيقى في هذه اللحظة.</translation>
    </message>
    <message>
        <source>Press the arrow up or down to begin.</source>
        <translation>اضغط السهم إلى أعلى أو أسفل للبدء.</translation>
    </message>
    <message>
        <source>Press an arrow key to begin.</source>
        <translation>اضغط أحد مفاتيح الأسهم للبدء.</translation>
    </message>
    <message>
        <source>Push the stick up or down to begin. It moves the line for as long as it is pushed.</source>
        <translation>ادفع العصا إلى أعلى أو أسفل للبدء. تحرّك الخط ما دامت مدفوعة.</translation>
    </message>
    <message>
        <source>Move the stick to begin.</source>
        <translation>حرّك العصا للبدء.</translation>
    </message>
    <message>
        <source>Move the fader to begin.</source>
        <translation>حرّك المنزلق للبدء.</translation>
    </message>
    <message>
        <source>Turn the wheel, or hold the button and move up or down, to begin.</source>
        <translation>أدِر العجلة، أو اضغط الزر مع التحريك إلى أعلى أو أسفل، للبدء.</translation>
    </message>
    <message>
        <source>Move the ring over the plane to begin.</source>
        <translation>حرّك الحلقة فوق المستوى للبدء.</translation>
    </message>
</context>
<context>
    <name>circumplex::LookLink</name>
    <message>
        <source>Light colours</source>
        <translation>ألوان فاتحة</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ألوان داكنة</translation>
    </message>
    <message>
        <source>Colours as the desktop</source>
        <translation>ألوان مثل سطح المكتب</translation>
    </message>
</context>
<context>
    <name>circumplex::LossPlot</name>
    <message>
        <source>Error on songs that are held out, epoch by epoch</source>
        <translation>الخطأ في المقطوعات المستبعدة، حقبة بعد حقبة</translation>
    </message>
    <message>
        <source>now %1, at best %2</source>
        <translation>الآن %1، والأفضل %2</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>الحقبة</translation>
    </message>
    <message>
        <source>now %1, at best %2, old model %3</source>
        <translation>الآن %1، والأفضل %2، والنموذج القديم %3</translation>
    </message>
    <message>
        <source>old model</source>
        <translation>النموذج القديم</translation>
    </message>
    <message>
        <source>epoch %1: %2</source>
        <translation>الحقبة %1: %2</translation>
    </message>
</context>
<context>
    <name>circumplex::MainWindow</name>
    <message>
        <source>Circumplex</source>
        <translation>Circumplex</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>تحليل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Commands …</source>
        <translation>الأوامر …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>a page</comment>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>&amp;Song</source>
        <translation>المقطوعات</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelComparison</name>
    <message>
        <source>Scores of the models</source>
        <translation>نتائج النماذج</translation>
    </message>
    <message>
        <source>Measured on music that the model has not heard while it was trained. Compare within a row: other sets are other music.</source>
        <translation>مقيسة على موسيقى لم يسمعها النموذج أثناء تدريبه. قارن داخل الصف الواحد: فلكل مجموعة موسيقاها.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>الاسم: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelDownloadPanel</name>
    <message>
        <source>hears the chords</source>
        <translation>يسمع التآلفات</translation>
    </message>
    <message>
        <source>says moods, valence and arousal</source>
        <translation>يحدد الأمزجة والتكافؤ والاستثارة</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Download Music2Emo</source>
        <translation>تنزيل Music2Emo</translation>
    </message>
    <message>
        <source>A larger and slower model, published by researchers. Its three files come from their authors&apos; own addresses, %1 in all; a download that is stopped goes on where it was.</source>
        <translation>نموذج أكبر وأبطأ نشره باحثون. تُنزَّل ملفاته الثلاثة من عناوين مؤلفيها، وحجمها الكلي %1؛ وإذا أُوقف التنزيل استُؤنف من حيث توقف.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>تقدّم التنزيل</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a file and its size</comment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>I accept %1</source>
        <comment>the name of a licence</comment>
        <translation>أوافق على %1</translation>
    </message>
    <message>
        <source>I accept the licence %1 of %2</source>
        <translation>أوافق على الترخيص %1 الخاص بـ %2</translation>
    </message>
    <message>
        <source>read it</source>
        <translation>قراءته</translation>
    </message>
    <message>
        <source>Read the licence of %1</source>
        <translation>قراءة ترخيص %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>عنوان %1</translation>
    </message>
    <message>
        <source>Getting in touch with the server …</source>
        <translation>يجري الاتصال بالخادم …</translation>
    </message>
    <message>
        <source>hears the music; not for commercial use</source>
        <translation>يسمع الموسيقى؛ للاستخدام غير التجاري فقط</translation>
    </message>
    <message>
        <source>Read and accept the three licences first.</source>
        <translation>اقرأ التراخيص الثلاثة ووافق عليها أولًا.</translation>
    </message>
    <message>
        <source>An address is missing.</source>
        <translation>ينقص أحد العناوين.</translation>
    </message>
    <message>
        <source>Addresses and proxy …</source>
        <translation>العناوين والوكيل …</translation>
    </message>
    <message>
        <source>All three are there. Importing them takes a minute …</source>
        <translation>الملفات الثلاثة موجودة. يستغرق استيرادها دقيقة …</translation>
    </message>
    <message>
        <source>File %1 of %2 · %3 of %4 MB</source>
        <translation>الملف %1 من %2 · %3 من %4 MB</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>عنوان الوكيل ناقص.</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelImportPanel</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Import Music2Emo</source>
        <translation>استيراد Music2Emo</translation>
    </message>
    <message>
        <source>Its authors publish three files. Choose them here, or drop them anywhere on this window; they are read, never run.</source>
        <translation>ينشر مؤلفوه ثلاثة ملفات. اخترها هنا، أو أفلتها في أي مكان من هذه النافذة؛ فهي تُقرأ ولا تُشغَّل أبدًا.</translation>
    </message>
    <message>
        <source>Music2Emo (J_all.ckpt)</source>
        <translation>Music2Emo (J_all.ckpt)</translation>
    </message>
    <message>
        <source>MERT-v1-95M (pytorch_model.bin)</source>
        <translation>MERT-v1-95M (pytorch_model.bin)</translation>
    </message>
    <message>
        <source>BTC (btc_model_large_voca.pt)</source>
        <translation>BTC (btc_model_large_voca.pt)</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>لم يُختر ملف</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>اختيار …</translation>
    </message>
    <message>
        <source>Choose the file of %1</source>
        <translation>اختيار ملف %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>اسم النموذج الجديد</translation>
    </message>
    <message>
        <source>Checkpoint (*.ckpt)</source>
        <translation>نقطة حفظ ‎(*.ckpt)</translation>
    </message>
    <message>
        <source>Weights (*.bin *.safetensors)</source>
        <translation>أوزان ‎(*.bin *.safetensors)</translation>
    </message>
    <message>
        <source>Checkpoint (*.pt)</source>
        <translation>نقطة حفظ ‎(*.pt)</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>ينقص %1</translation>
    </message>
    <message>
        <source>A name has %1</source>
        <translation>يتكون الاسم من %1</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsLink</name>
    <message>
        <source>Changing to %1 …</source>
        <translation>يجري التبديل إلى %1 …</translation>
    </message>
    <message>
        <source>%1 is in use from now on.</source>
        <translation>النموذج %1 قيد الاستخدام من الآن.</translation>
    </message>
    <message>
        <source>Comparing every file of %1 with what was installed, and its number formats with each other …</source>
        <translation>تجري مقارنة كل ملفات %1 بما ثُبّت، وصيغه العددية بعضها ببعض …</translation>
    </message>
    <message>
        <source>Every file of %1 is as it was installed.</source>
        <translation>كل ملفات %1 مطابقة لما ثُبّت.</translation>
    </message>
    <message>
        <source>Removing %1 …</source>
        <translation>تجري إزالة %1 …</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>أُزيل %1.</translation>
    </message>
    <message>
        <source>Importing; this takes a minute …</source>
        <translation>يجري الاستيراد؛ يستغرق ذلك دقيقة …</translation>
    </message>
    <message>
        <source>The model is installed.</source>
        <translation>ثُبّت النموذج.</translation>
    </message>
    <message>
        <source>%1: %2 s for the demo pieces</source>
        <comment>a number format</comment>
        <translation>%1: %2 ث للمقطوعات التوضيحية</translation>
    </message>
    <message>
        <source>%1: %2 s, valence and arousal at most %3 and tags at most %4 away from float32%5</source>
        <translation>%1: %2 ث، بفارق عن float32 أقصاه %3 في التكافؤ والاستثارة و%4 في الوسوم%5</translation>
    </message>
    <message>
        <source>, which is too far</source>
        <translation>، وهو فارق كبير جدًا</translation>
    </message>
    <message>
        <source>Used from now on: %1</source>
        <translation>المستخدم من الآن: %1</translation>
    </message>
    <message>
        <source>Music2Emo is installed.</source>
        <translation>ثُبّت النموذج Music2Emo.</translation>
    </message>
    <message>
        <source>Number formats were not compared, since there are no demo pieces beside the program. Used from now on: %1</source>
        <translation>لم تُقارن صيغ الأعداد لعدم وجود مقطوعات تجريبية مع البرنامج. المستخدم من الآن: %1</translation>
    </message>
    <message>
        <source>Downloading; you can go on using the program.</source>
        <translation>يجري التنزيل؛ يمكنك متابعة استخدام البرنامج.</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>A model is what listens. Every result remembers which one made it; changing the model deletes nothing.</source>
        <translation>النموذج هو الذي يستمع. كل نتيجة تحتفظ باسم النموذج الذي أنتجها؛ وتغيير النموذج لا يحذف شيئًا.</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>النماذج المثبّتة</translation>
    </message>
    <message>
        <source>Compare scores …</source>
        <translation>مقارنة النتائج …</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of files</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%1 taken; %Ln file(s) are still missing.</source>
        <translation>
            <numerusform>أُخذ %1؛ لا ينقص أي ملف.</numerusform>
            <numerusform>أُخذ %1؛ ما زال ينقص ملف واحد.</numerusform>
            <numerusform>أُخذ %1؛ ما زال ينقص ملفان.</numerusform>
            <numerusform>أُخذ %1؛ ما زالت تنقص %Ln ملفات.</numerusform>
            <numerusform>أُخذ %1؛ ما زال ينقص %Ln ملفًا.</numerusform>
            <numerusform>أُخذ %1؛ ما زال ينقص %Ln ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken; all three files are there.</source>
        <translation>أُخذ %1؛ الملفات الثلاثة كلها موجودة.</translation>
    </message>
    <message>
        <source>%1 is none of the three files that a model is made of.</source>
        <translation>%1 ليس من الملفات الثلاثة التي يتكون منها النموذج.</translation>
    </message>
    <message>
        <source>%1 are none of the three files that a model is made of.</source>
        <translation>ليست من الملفات الثلاثة التي يتكون منها النموذج: %1.</translation>
    </message>
</context>
<context>
    <name>circumplex::MoodRow</name>
    <message>
        <source>Moods</source>
        <translation>الأمزجة</translation>
    </message>
    <message>
        <source>As a whole: %1</source>
        <translation>إجمالًا: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::PanelMessage</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>المشكلة</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>المشكلة: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::PathTaker</name>
    <message>
        <source>%1: there is no such file or folder</source>
        <translation>⁦%1⁩: لا يوجد ملف أو مجلد كهذا</translation>
    </message>
    <message>
        <source>%1: neither sound nor part of a model, as its name says</source>
        <translation>⁦%1⁩: ليس صوتًا ولا جزءًا من نموذج، حسب اسمه</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>إضافة مجلد</translation>
    </message>
    <message>
        <source>Add the folder of “%1” to the library?</source>
        <translation>أتريد إضافة مجلد «%1» إلى المكتبة؟</translation>
    </message>
    <message>
        <source>The library is made of folders. All music in %1, now and later, would belong to it. Files are only read.</source>
        <translation>تتكون المكتبة من مجلدات. ستضم كل الموسيقى الموجودة في ⁦%1⁩ الآن ولاحقًا. الملفات تُقرأ فقط.</translation>
    </message>
    <message>
        <source>Add the folder</source>
        <translation>إضافة المجلد</translation>
    </message>
    <message>
        <source>Do not add</source>
        <translation>عدم الإضافة</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneLegend</name>
    <message>
        <source>What the colours mean</source>
        <translation>معاني الألوان</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>قبل %1</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>a decade</comment>
        <translation>عقد %1</translation>
    </message>
    <message>
        <source>other or no genre</source>
        <translation>نوع آخر أو بلا نوع</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>بلا سنة</translation>
    </message>
    <message>
        <source>the way of “%1”</source>
        <translation>مسار «%1»</translation>
    </message>
    <message>
        <source>The way of “%1”</source>
        <translation>مسار «%1»</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>paler: fewer songs</source>
        <translation>الأفتح: مقطوعات أقل</translation>
    </message>
    <message>
        <source>few songs</source>
        <translation>مقطوعات قليلة</translation>
    </message>
    <message>
        <source>many</source>
        <translation>كثيرة</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneLink</name>
    <message>
        <source>make the playlist “%1”</source>
        <translation>إنشاء قائمة التشغيل «%1»</translation>
    </message>
</context>
<context>
    <name>circumplex::PlanePage</name>
    <message>
        <source>Plane</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Mood words</source>
        <translation>كلمات المزاج</translation>
    </message>
    <message>
        <source>no analysed songs yet</source>
        <translation>لا مقطوعات محللة بعد</translation>
    </message>
    <message>
        <source>%1 analysed songs</source>
        <translation>المقطوعات المحللة: %1</translation>
    </message>
    <message>
        <source>Songs appear here as they are analysed.</source>
        <translation>تظهر المقطوعات هنا كلما حُلّلت.</translation>
    </message>
    <message>
        <source>Search on the plane</source>
        <translation>بحث في المستوى</translation>
    </message>
    <message>
        <source>Colour: corner</source>
        <translation>اللون: الركن</translation>
    </message>
    <message>
        <source>Colour: genre</source>
        <translation>اللون: النوع</translation>
    </message>
    <message>
        <source>Colour: year</source>
        <translation>اللون: السنة</translation>
    </message>
    <message>
        <source>What the colour of a song means</source>
        <translation>معنى لون المقطوعة</translation>
    </message>
    <message>
        <source>%1 of %2 analysed songs</source>
        <translation>%1 من %2 مقطوعة محللة</translation>
    </message>
    <message>
        <source>The way of “%1” is drawn.</source>
        <translation>مسار «%1» مرسوم.</translation>
    </message>
    <message>
        <source>Arrows move a cursor, with Shift they span a rectangle, with Control they move the plane. Enter selects the songs near the cursor, Control and Enter opens the nearest. Plus and minus zoom, 0 shows all.</source>
        <translation>تحرّك الأسهم المؤشر، ومع Shift تمدّ مستطيلًا، ومع Ctrl تحرّك المستوى. يحدد Enter المقطوعات القريبة من المؤشر، ويفتح ⁦Ctrl+Enter⁩ أقربها. زائد وناقص للتكبير والتصغير، و٠ لعرض الكل.</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneSide</name>
    <message>
        <source>Make playlist…</source>
        <translation>قائمة تشغيل…</translation>
    </message>
    <message>
        <source>Draw around songs to list them; Shift draws a rectangle. The wheel zooms, the right button moves the plane.</source>
        <translation>ارسم حول المقطوعات لإدراجها في القائمة؛ ومع Shift يُرسم مستطيل. العجلة للتكبير والتصغير، والزر الأيمن لتحريك المستوى.</translation>
    </message>
    <message>
        <source>Selected songs</source>
        <translation>المقطوعات المحددة</translation>
    </message>
    <message>
        <source>How the library lies on the plane</source>
        <translation>توزع المكتبة على المستوى</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>لم يُحدَّد شيء</translation>
    </message>
    <message>
        <source>1 song selected</source>
        <translation>حُدّدت مقطوعة واحدة</translation>
    </message>
    <message>
        <source>%1 songs selected</source>
        <translation>المقطوعات المحددة: %1</translation>
    </message>
    <message>
        <source>“%1” is saved. &lt;a href=&quot;#&quot;&gt;Show it in the library&lt;/a&gt;</source>
        <translation>حُفظت «%1». &lt;a href=&quot;#&quot;&gt;عرضها في المكتبة&lt;/a&gt;</translation>
    </message>
    <message>
        <source>The playlist was not saved. %1</source>
        <translation>لم تُحفظ قائمة التشغيل. %1</translation>
    </message>
    <message>
        <source>Make a playlist</source>
        <translation>إنشاء قائمة تشغيل</translation>
    </message>
    <message numerus="yes">
        <source>A name for these %n song(s):</source>
        <translation>
            <numerusform>اسم لهذه المقطوعات (%n):</numerusform>
            <numerusform>اسم لهذه المقطوعات (%n):</numerusform>
            <numerusform>اسم لهذه المقطوعات (%n):</numerusform>
            <numerusform>اسم لهذه المقطوعات (%n):</numerusform>
            <numerusform>اسم لهذه المقطوعات (%n):</numerusform>
            <numerusform>اسم لهذه المقطوعات (%n):</numerusform>
        </translation>
    </message>
    <message>
        <source>From the plane</source>
        <translation>من المستوى</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>المزيد ▾</translation>
    </message>
    <message>
        <source>What else can be done with the selected songs</source>
        <translation>ما يمكن فعله أيضًا بالمقطوعات المحددة</translation>
    </message>
    <message>
        <source>A double click or Ctrl+Enter opens a song, Enter lists those in the cursor&apos;s ring.</source>
        <translation>النقر المزدوج أو ⁦Ctrl+Enter⁩ يفتح مقطوعة، وEnter يسرد المقطوعات داخل حلقة المؤشر.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>لا مقطوعات</numerusform>
            <numerusform>مقطوعة واحدة</numerusform>
            <numerusform>مقطوعتان</numerusform>
            <numerusform>%Ln مقطوعات</numerusform>
            <numerusform>%Ln مقطوعة</numerusform>
            <numerusform>%Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Show in the library, with all others in their box</source>
        <translation>عرض في المكتبة، مع كل ما يقع في المستطيل المحيط بها</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>إعادة التحليل</translation>
    </message>
    <message>
        <source>Add to a playlist…</source>
        <translation>إضافة إلى قائمة تشغيل…</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>نسخ المسارات</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneView</name>
    <message>
        <source>unpleasant  ←  valence  →  pleasant</source>
        <translation>⁦غير سار‎  ←  ‎التكافؤ‎  →  ‎سار⁩</translation>
    </message>
    <message>
        <source>calm  ←  arousal  →  excited</source>
        <translation>⁦هادئ‎  ←  ‎الاستثارة‎  →  ‎مستثار⁩</translation>
    </message>
</context>
<context>
    <name>circumplex::PlayerBar</name>
    <message>
        <source>Player</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Speed, with the pitch kept</source>
        <translation>السرعة، مع ثبات طبقة الصوت</translation>
    </message>
    <message>
        <source>%1 % speed</source>
        <translation>السرعة %1%</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>There is no sound device to play on. Connect one to listen.</source>
        <translation>لا يوجد جهاز صوت للتشغيل. صِل جهازًا للاستماع.</translation>
    </message>
    <message>
        <source>Cannot be played. %1</source>
        <translation>تعذّر التشغيل. %1</translation>
    </message>
    <message>
        <source>Repeat the track</source>
        <translation>تكرار المقطوعة</translation>
    </message>
    <message>
        <source>Nothing is open. Open a song in the library to hear it.</source>
        <translation>لا شيء مفتوح. افتح مقطوعة من المكتبة للاستماع إليها.</translation>
    </message>
    <message>
        <source>The file is gone.</source>
        <translation>لم يعد الملف موجودًا.</translation>
    </message>
    <message>
        <source>“%1” is not connected.</source>
        <translation>القرص «%1» غير متصل.</translation>
    </message>
    <message>
        <source>%1 (Space)</source>
        <translation>%1 (مسافة)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>المقطوعة السابقة</translation>
    </message>
    <message>
        <source>Previous song (Ctrl+Left)</source>
        <translation>المقطوعة السابقة (⁦Ctrl+Left⁩)</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>المقطوعة التالية</translation>
    </message>
    <message>
        <source>Next song (Ctrl+Right)</source>
        <translation>المقطوعة التالية (⁦Ctrl+Right⁩)</translation>
    </message>
</context>
<context>
    <name>circumplex::PlayerStrip</name>
    <message>
        <source>Position in the track</source>
        <translation>الموضع في المقطوعة</translation>
    </message>
    <message>
        <source>Drag or click to be elsewhere; arrow keys move by %1 s</source>
        <translation>اسحب أو انقر للانتقال إلى موضع آخر؛ مفاتيح الأسهم تنقل بمقدار %1 ث</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaylistDialog</name>
    <message>
        <source>Add to a playlist</source>
        <translation>إضافة إلى قائمة تشغيل</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln song(s) to this playlist; a new name makes a new one:</source>
        <translation>
            <numerusform>لا مقطوعات لإضافتها إلى قائمة التشغيل هذه؛ الاسم الجديد ينشئ قائمة جديدة:</numerusform>
            <numerusform>إضافة مقطوعة واحدة إلى قائمة التشغيل هذه؛ الاسم الجديد ينشئ قائمة جديدة:</numerusform>
            <numerusform>إضافة مقطوعتين إلى قائمة التشغيل هذه؛ الاسم الجديد ينشئ قائمة جديدة:</numerusform>
            <numerusform>إضافة %Ln مقطوعات إلى قائمة التشغيل هذه؛ الاسم الجديد ينشئ قائمة جديدة:</numerusform>
            <numerusform>إضافة %Ln مقطوعة إلى قائمة التشغيل هذه؛ الاسم الجديد ينشئ قائمة جديدة:</numerusform>
            <numerusform>إضافة %Ln مقطوعة إلى قائمة التشغيل هذه؛ الاسم الجديد ينشئ قائمة جديدة:</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the playlist</source>
        <translation>اسم قائمة التشغيل</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>circumplex::PracticePanel</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>How much of the practice is over</source>
        <translation>مقدار ما انقضى من التمرين</translation>
    </message>
    <message>
        <source>with the arrow keys</source>
        <translation>بمفاتيح الأسهم</translation>
    </message>
    <message>
        <source>with the pointer</source>
        <translation>بالمؤشر</translation>
    </message>
    <message>
        <source>A dot will wander over the plane for %1 seconds. Keep the ring around it, %2, as well as you can. It always runs ahead a little: how far is what is measured.</source>
        <translation>ستتجول نقطة فوق المستوى لمدة %1 ثانية. أبقِ الحلقة حولها، %2، قدر ما تستطيع. هي تسبق دائمًا قليلًا: ومقدار هذا السبق هو ما يُقاس.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>مرة أخرى</translation>
    </message>
    <message>
        <source>The ring did not follow the dot closely enough for a measurement. Nothing was kept; try it again.</source>
        <translation>لم تتبع الحلقة النقطة بدقة كافية للقياس. لم يُحفظ شيء؛ حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Your hand is %1 s behind. This is kept with every rating you make while listening, so that it can be taken off.</source>
        <translation>يدك متأخرة بمقدار %1 ث. يُحفظ هذا مع كل تقييم تعطيه أثناء الاستماع كي يُطرح منه.</translation>
    </message>
    <message>
        <source>with the stick of the game pad; button 1 begins, button 2 goes back</source>
        <translation>بعصا يد التحكم؛ الزر 1 للبدء، والزر 2 للرجوع</translation>
    </message>
    <message>
        <source>with the faders</source>
        <translation>بالمنزلقات</translation>
    </message>
</context>
<context>
    <name>circumplex::ProblemDialog</name>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Analyse every song of this list once more</source>
        <translation>تحليل كل مقطوعات هذه القائمة مرة أخرى</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Open the chosen song</source>
        <translation>فتح المقطوعة المختارة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy what is chosen, or all, as text</source>
        <translation>نسخ المختار، أو الكل، نصًا</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>مسح القائمة</translation>
    </message>
</context>
<context>
    <name>circumplex::ProxyRow</name>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا وكيل</translation>
    </message>
    <message>
        <source>this address</source>
        <translation>هذا العنوان</translation>
    </message>
    <message>
        <source>Proxy for downloads</source>
        <translation>وكيل التنزيلات</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>عنوان الوكيل</translation>
    </message>
    <message>
        <source>A proxy passes on what is downloaded; some companies and schools need one, and their administrators know its address.</source>
        <translation>الوكيل يمرّر ما يُنزَّل؛ تحتاج إليه بعض الشركات والمدارس، ويعرف عنوانه القائمون على شبكاتها.</translation>
    </message>
</context>
<context>
    <name>circumplex::QueueLink</name>
    <message>
        <source>Go on with the next song</source>
        <translation>المتابعة بالمقطوعة التالية</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>المقطوعة التالية</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>المقطوعة السابقة</translation>
    </message>
</context>
<context>
    <name>circumplex::RatingPanel</name>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation>غير سار</translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation>سار</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>هادئ</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>مستثار</translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation>ما مدى تأكدك؟</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>غير متأكد</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>متأكد إلى حد ما</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>متأكد</translation>
    </message>
    <message>
        <source>Do you know it?</source>
        <translation>هل تعرفها؟</translation>
    </message>
    <message>
        <source>new to me</source>
        <translation>جديدة علي</translation>
    </message>
    <message>
        <source>heard before</source>
        <translation>سمعتها من قبل</translation>
    </message>
    <message>
        <source>know it well</source>
        <translation>أعرفها جيدًا</translation>
    </message>
    <message>
        <source>Save and next (Enter)</source>
        <translation>حفظ والتالي (Enter)</translation>
    </message>
    <message>
        <source>Which moods does it have? Up to five.</source>
        <translation>ما الأمزجة التي فيها؟ حتى خمسة.</translation>
    </message>
    <message>
        <source>Next without a rating</source>
        <translation>التالي دون تقييم</translation>
    </message>
    <message>
        <source>How did the song as a whole make you feel? Click on the plane, or choose below.</source>
        <translation>كيف جعلتك المقطوعة إجمالًا تشعر؟ انقر على المستوى، أو اختر في الأسفل.</translation>
    </message>
    <message>
        <source>What does the song as a whole express? Click on the plane, or choose beside it.</source>
        <translation>عمّ تعبّر المقطوعة إجمالًا؟ انقر على المستوى، أو اختر بجانبه.</translation>
    </message>
    <message>
        <source>Say valence or arousal first.</source>
        <translation>حدّد التكافؤ أو الاستثارة أولًا.</translation>
    </message>
    <message>
        <source>nothing said yet</source>
        <translation>لم يُحدَّد شيء بعد</translation>
    </message>
    <message>
        <source>Game pad: the stick moves the ring; button 3 says how sure you are, 4 how well you know it; 5 walks over the moods, 6 takes one or gives it back; 1 saves, 2 goes on without a rating.</source>
        <translation>يد التحكم: العصا تحرّك الحلقة؛ الزر 3 لمدى تأكدك، 4 لمدى معرفتك بها؛ 5 للتنقل بين الأمزجة، 6 لاختيار مزاج أو إلغائه؛ 1 للحفظ، 2 للمتابعة دون تقييم.</translation>
    </message>
</context>
<context>
    <name>circumplex::RatingPlane</name>
    <message>
        <source>Plane of valence and arousal</source>
        <translation>مستوى التكافؤ والاستثارة</translation>
    </message>
    <message>
        <source>Scale of valence</source>
        <translation>مقياس التكافؤ</translation>
    </message>
    <message>
        <source>Scale of arousal</source>
        <translation>مقياس الاستثارة</translation>
    </message>
    <message>
        <source>Nothing said yet. Arrows move by a quarter of a point, with Shift by one.</source>
        <translation>لم يُحدَّد شيء بعد. تحرّك الأسهم ربع نقطة، ومع Shift نقطة كاملة.</translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation>غير سار</translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation>سار</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>مستثار</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>هادئ</translation>
    </message>
</context>
<context>
    <name>circumplex::RelativePlot</name>
    <message>
        <source>Valence without ends</source>
        <translation>التكافؤ دون حدود</translation>
    </message>
    <message>
        <source>Arousal without ends</source>
        <translation>الاستثارة دون حدود</translation>
    </message>
    <message>
        <source>%1 from where you began</source>
        <translation>%1 من حيث بدأت</translation>
    </message>
    <message>
        <source>Nothing said yet. Up is more, down is less, and neither ends.</source>
        <translation>لم يُحدَّد شيء بعد. إلى أعلى أكثر، وإلى أسفل أقل، ولا حدّ لأي منهما.</translation>
    </message>
    <message>
        <source>↑ more pleasant</source>
        <translation>↑ أكثر سرورًا</translation>
    </message>
    <message>
        <source>↑ more excited</source>
        <translation>↑ أكثر استثارة</translation>
    </message>
    <message>
        <source>↓ more unpleasant</source>
        <translation>↓ أقل سرورًا</translation>
    </message>
    <message>
        <source>↓ calmer</source>
        <translation>↓ أهدأ</translation>
    </message>
</context>
<context>
    <name>circumplex::SearchBox</name>
    <message>
        <source>Search: words, mood:calm, valence&gt;6, key:minor …</source>
        <translation>بحث: كلمات أو mood:calm أو valence&gt;6 أو key:minor …</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>البحث في المكتبة</translation>
    </message>
</context>
<context>
    <name>circumplex::SettingsPage</name>
    <message>
        <source>Stop watching</source>
        <translation>إيقاف المراقبة</translation>
    </message>
    <message>
        <source>The new language appears when the program is started again.</source>
        <translation>تظهر اللغة الجديدة عند تشغيل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>Analyse new songs by themselves</source>
        <translation>تحليل المقطوعات الجديدة تلقائيًا</translation>
    </message>
    <message>
        <source>Give way to other programs</source>
        <translation>إعطاء الأولوية للبرامج الأخرى</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Pace of the analysis</source>
        <translation>وتيرة التحليل</translation>
    </message>
    <message>
        <source>Songs are analysed in the background, by a process of its own.</source>
        <translation>تُحلَّل المقطوعات في الخلفية بعملية مستقلة.</translation>
    </message>
    <message>
        <source> % of the processor</source>
        <translation> % من المعالج</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>الحد الأقصى للاستخدام</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> م.ب</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Cache on disk, at most</source>
        <translation>الحد الأقصى للتخزين المؤقت على القرص</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>المنحنيات</translation>
    </message>
    <message>
        <source>Longer windows are steadier, shorter ones follow quick changes. Songs that are analysed already keep their curves until they are analysed again.</source>
        <translation>النوافذ الأطول أكثر استقرارًا، والأقصر تتتبّع التغيرات السريعة. تحتفظ المقطوعات المحللة بمنحنياتها حتى يُعاد تحليلها.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source>One value every</source>
        <translation>قيمة واحدة كل</translation>
    </message>
    <message>
        <source>Each from a window of</source>
        <translation>كل قيمة من نافذة طولها</translation>
    </message>
    <message>
        <source>Folders with music</source>
        <translation>مجلدات الموسيقى</translation>
    </message>
    <message>
        <source>Files in them are only read. Songs stay in the library when their folder is no longer watched.</source>
        <translation>تُقرأ الملفات فيها فقط. وتبقى المقطوعات في المكتبة بعد إيقاف مراقبة مجلدها.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>المجلدات المراقَبة</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>إضافة مجلد …</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>لا يُراقَب أي مجلد بعد.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>إعادة التشغيل الآن</translation>
    </message>
</context>
<context>
    <name>circumplex::SetupPanel</name>
    <message>
        <source>Hide what models say until a rating is saved</source>
        <translation>أخفِ ما تقوله النماذج حتى يُحفظ التقييم</translation>
    </message>
    <message>
        <source>Start rating</source>
        <translation>ابدأ التقييم</translation>
    </message>
    <message>
        <source>Practise and measure your lag</source>
        <translation>تمرّن وقِس تأخر يدك</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>تابعه</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>تجاهله</translation>
    </message>
    <message>
        <source>Who rates</source>
        <translation>من يقيّم</translation>
    </message>
    <message>
        <source>A name or a code</source>
        <translation>اسم أو رمز</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>ما المطلوب</translation>
    </message>
    <message>
        <source>What the music expresses</source>
        <translation>ما تعبّر عنه الموسيقى</translation>
    </message>
    <message>
        <source>What I feel</source>
        <translation>ما أشعر به</translation>
    </message>
    <message>
        <source>While listening</source>
        <translation>أثناء الاستماع</translation>
    </message>
    <message>
        <source>Valence and arousal at once</source>
        <translation>التكافؤ والاستثارة معًا</translation>
    </message>
    <message>
        <source>Valence only: unpleasant to pleasant</source>
        <translation>التكافؤ فقط: من غير سار إلى سار</translation>
    </message>
    <message>
        <source>Arousal only: calm to excited</source>
        <translation>الاستثارة فقط: من هادئ إلى مستثار</translation>
    </message>
    <message>
        <source>Just listen, rate after the song</source>
        <translation>استمع فقط، وقيّم بعد المقطوعة</translation>
    </message>
    <message>
        <source>With</source>
        <translation>بواسطة</translation>
    </message>
    <message>
        <source>Mouse or touch pad</source>
        <translation>الفأرة أو لوحة اللمس</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>مفاتيح الأسهم</translation>
    </message>
    <message>
        <source>Finding one&apos;s way</source>
        <translation>فترة التهيؤ</translation>
    </message>
    <message>
        <source>Count from the first second</source>
        <translation>احتسب من الثانية الأولى</translation>
    </message>
    <message>
        <source>Mark the first %1 seconds</source>
        <translation>علّم الثواني %1 الأولى</translation>
    </message>
    <message>
        <source>Which songs</source>
        <translation>أي المقطوعات</translation>
    </message>
    <message>
        <source>Selected in the library (%1)</source>
        <translation>المحددة في المكتبة (%1)</translation>
    </message>
    <message>
        <source>Found in the library (%1)</source>
        <translation>نتائج البحث في المكتبة (%1)</translation>
    </message>
    <message>
        <source>Lag of the hand: %1 s. It is kept with every rating made while listening.</source>
        <translation>تأخر اليد: %1 ث. يُحفظ مع كل تقييم أثناء الاستماع.</translation>
    </message>
    <message>
        <source>How far the hand lags behind the music was not measured yet for this person and instrument. It takes half a minute.</source>
        <translation>لم يُقس بعد مقدار تأخر اليد عن الموسيقى لهذا الشخص وهذه الأداة. يستغرق الأمر نصف دقيقة.</translation>
    </message>
    <message>
        <source>Game pad</source>
        <translation>يد التحكم</translation>
    </message>
    <message>
        <source>The rating of “%1” by %2 was cut short at %3.</source>
        <translation>انقطع تقييم «%1» من %2 عند %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n more like it will be offered next.</source>
        <translation>
            <numerusform>لن يُعرض بعده غيره.</numerusform>
            <numerusform>سيُعرض بعده واحد آخر مثله.</numerusform>
            <numerusform>سيُعرض بعده اثنان آخران مثله.</numerusform>
            <numerusform>سيُعرض بعده %n أخرى مثله.</numerusform>
            <numerusform>سيُعرض بعده %n آخر مثله.</numerusform>
            <numerusform>سيُعرض بعده %n آخر مثله.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say first who rates.</source>
        <translation>حدّد أولًا من يقيّم.</translation>
    </message>
    <message>
        <source>There is no song to rate.</source>
        <translation>لا توجد مقطوعة للتقييم.</translation>
    </message>
    <message>
        <source>Valence without ends: only more or less</source>
        <translation>التكافؤ دون حدود: أكثر أو أقل فقط</translation>
    </message>
    <message>
        <source>Arousal without ends: only more or less</source>
        <translation>الاستثارة دون حدود: أكثر أو أقل فقط</translation>
    </message>
    <message>
        <source>Say only where it is more and where less, on a line that goes on as far as you like. People agree better so; but the numbers of two songs, or two people, cannot be compared, and models learn only from scales with ends.</source>
        <translation>قل فقط أين يزداد وأين يقل، على خط يمتد بقدر ما تشاء. يتفق الناس هكذا أكثر؛ لكن لا يمكن مقارنة أرقام مقطوعتين أو شخصين، والنماذج لا تتعلم إلا من مقاييس لها حدود.</translation>
    </message>
    <message>
        <source>Which fader</source>
        <translation>أي منزلق</translation>
    </message>
    <message>
        <source>People need about 8 seconds before what they say of a new song settles. These seconds are kept, but not counted.</source>
        <translation>يحتاج الناس إلى نحو ٨ ثوانٍ حتى يستقر حكمهم على مقطوعة جديدة. تُحفظ هذه الثواني ولا تُحتسب.</translation>
    </message>
    <message>
        <source>Rate again what you rated a week ago (%1)</source>
        <translation>أعد تقييم ما قيّمته قبل أسبوع (%1)</translation>
    </message>
    <message>
        <source>Faders or knobs of %1 (MIDI)</source>
        <translation>منزلقات أو مقابض %1 ‏(MIDI)</translation>
    </message>
    <message>
        <source>Say first which fader is which: click, then move it.</source>
        <translation>حدّد أولًا أي منزلق لأي شيء: انقر ثم حرّكه.</translation>
    </message>
    <message>
        <source>Suggested: these teach most (%1)</source>
        <translation>المقترحة: تقييمها يفيد أكثر (%1)</translation>
    </message>
</context>
<context>
    <name>circumplex::SetupPresenter</name>
    <message numerus="yes">
        <source>%1, and %n time(s) before</source>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1، ومرة قبلها</numerusform>
            <numerusform>%1، ومرتين قبلها</numerusform>
            <numerusform>%1، و%n مرات قبلها</numerusform>
            <numerusform>%1، و%n مرة قبلها</numerusform>
            <numerusform>%1، و%n مرة قبلها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>قبل يوم</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل %n أيام</numerusform>
            <numerusform>قبل %n يومًا</numerusform>
            <numerusform>قبل %n يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::SittingSongs</name>
    <message>
        <source>Songs of this sitting</source>
        <translation>مقطوعات هذه الجلسة</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>المقطوعة</translation>
    </message>
    <message>
        <source>Why it is suggested</source>
        <translation>سبب اقتراحها</translation>
    </message>
    <message>
        <source>Last rated</source>
        <translation>آخر تقييم</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… و%1 أخرى</translation>
    </message>
    <message>
        <source>Nothing to suggest yet: suggestions need analysed songs that this person has not rated.</source>
        <translation>لا شيء يُقترح بعد: تحتاج الاقتراحات إلى مقطوعات محللة لم يقيّمها هذا الشخص.</translation>
    </message>
    <message>
        <source>Analysed songs that this person has not rated, the most useful first.</source>
        <translation>مقطوعات محللة لم يقيّمها هذا الشخص، الأكثر فائدة أولًا.</translation>
    </message>
    <message>
        <source>Nothing yet: a song is offered here a week after this person rated it.</source>
        <translation>لا شيء بعد: تُعرض المقطوعة هنا بعد أسبوع من تقييم هذا الشخص لها.</translation>
    </message>
    <message>
        <source>What you say now is kept beside what you said then, and shows how far you agree with yourself. The oldest come first.</source>
        <translation>يُحفظ ما تقوله الآن إلى جانب ما قلته حينها، ويُظهر مدى اتفاقك مع نفسك. الأقدم أولًا.</translation>
    </message>
    <message>
        <source>No song is selected. Select some in the library.</source>
        <translation>لا مقطوعة محددة. حدّد بعضها في المكتبة.</translation>
    </message>
    <message>
        <source>In the order of the library.</source>
        <translation>بترتيب المكتبة.</translation>
    </message>
    <message>
        <source>The library&apos;s search finds no song.</source>
        <translation>لا يجد بحث المكتبة أي مقطوعة.</translation>
    </message>
</context>
<context>
    <name>circumplex::SongActions</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Analyse first</source>
        <translation>تحليل أولًا</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>إعادة التحليل</translation>
    </message>
    <message>
        <source>Add to a playlist …</source>
        <translation>إضافة إلى قائمة تشغيل …</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>تقييم</translation>
    </message>
    <message>
        <source>Show on the plane</source>
        <translation>عرض على المستوى</translation>
    </message>
    <message>
        <source>More by this artist</source>
        <translation>المزيد لهذا الفنان</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>عرض في مدير الملفات</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>نسخ المسار</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>إزالة من المكتبة</translation>
    </message>
    <message>
        <source>Bring back to the library</source>
        <translation>إعادة إلى المكتبة</translation>
    </message>
</context>
<context>
    <name>circumplex::SongChanges</name>
    <message numerus="yes">
        <source>%Ln song(s) removed from the library; the files stay. Ctrl+Z takes it back, and a search for is:removed shows what was removed.</source>
        <translation>
            <numerusform>لم تُزَل أي مقطوعة من المكتبة؛ تبقى الملفات. ⁦Ctrl+Z⁩ للتراجع، والبحث عن is:removed يعرض ما أُزيل.</numerusform>
            <numerusform>أُزيلت مقطوعة واحدة من المكتبة؛ تبقى الملفات. ⁦Ctrl+Z⁩ للتراجع، والبحث عن is:removed يعرض ما أُزيل.</numerusform>
            <numerusform>أُزيلت مقطوعتان من المكتبة؛ تبقى الملفات. ⁦Ctrl+Z⁩ للتراجع، والبحث عن is:removed يعرض ما أُزيل.</numerusform>
            <numerusform>أُزيلت %Ln مقطوعات من المكتبة؛ تبقى الملفات. ⁦Ctrl+Z⁩ للتراجع، والبحث عن is:removed يعرض ما أُزيل.</numerusform>
            <numerusform>أُزيلت %Ln مقطوعة من المكتبة؛ تبقى الملفات. ⁦Ctrl+Z⁩ للتراجع، والبحث عن is:removed يعرض ما أُزيل.</numerusform>
            <numerusform>أُزيلت %Ln مقطوعة من المكتبة؛ تبقى الملفات. ⁦Ctrl+Z⁩ للتراجع، والبحث عن is:removed يعرض ما أُزيل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) back in the library.</source>
        <translation>
            <numerusform>لم تعد أي مقطوعة إلى المكتبة.</numerusform>
            <numerusform>عادت مقطوعة واحدة إلى المكتبة.</numerusform>
            <numerusform>عادت مقطوعتان إلى المكتبة.</numerusform>
            <numerusform>عادت %Ln مقطوعات إلى المكتبة.</numerusform>
            <numerusform>عادت %Ln مقطوعة إلى المكتبة.</numerusform>
            <numerusform>عادت %Ln مقطوعة إلى المكتبة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added. Search for playlist:&quot;%1&quot; to see the playlist.</source>
        <translation>تمت الإضافة. ابحث عن ⁦playlist:&quot;%1&quot;⁩ لعرض قائمة التشغيل.</translation>
    </message>
    <message>
        <source>Taken out of the playlist “%1” again.</source>
        <translation>أُخرجت من قائمة التشغيل «%1» من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>remove %Ln song(s) from the library</source>
        <translation>
            <numerusform>(إزالة مقطوعات من المكتبة)</numerusform>
            <numerusform>(إزالة مقطوعة واحدة من المكتبة)</numerusform>
            <numerusform>(إزالة مقطوعتين من المكتبة)</numerusform>
            <numerusform>(إزالة %Ln مقطوعات من المكتبة)</numerusform>
            <numerusform>(إزالة %Ln مقطوعة من المكتبة)</numerusform>
            <numerusform>(إزالة %Ln مقطوعة من المكتبة)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring back %Ln song(s)</source>
        <translation>
            <numerusform>(إعادة مقطوعات إلى المكتبة)</numerusform>
            <numerusform>(إعادة مقطوعة واحدة إلى المكتبة)</numerusform>
            <numerusform>(إعادة مقطوعتين إلى المكتبة)</numerusform>
            <numerusform>(إعادة %Ln مقطوعات إلى المكتبة)</numerusform>
            <numerusform>(إعادة %Ln مقطوعة إلى المكتبة)</numerusform>
            <numerusform>(إعادة %Ln مقطوعة إلى المكتبة)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add %Ln song(s) to “%1”</source>
        <translation>
            <numerusform>(إضافة مقطوعات إلى «%1»)</numerusform>
            <numerusform>(إضافة مقطوعة واحدة إلى «%1»)</numerusform>
            <numerusform>(إضافة مقطوعتين إلى «%1»)</numerusform>
            <numerusform>(إضافة %Ln مقطوعات إلى «%1»)</numerusform>
            <numerusform>(إضافة %Ln مقطوعة إلى «%1»)</numerusform>
            <numerusform>(إضافة %Ln مقطوعة إلى «%1»)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::StatusStrip</name>
    <message>
        <source>processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>بطاقة الرسوميات</translation>
    </message>
    <message>
        <source>Getting the model ready …</source>
        <translation>يجري تجهيز النموذج …</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln song(s) left</source>
        <translation>
            <numerusform>متوقف مؤقتًا، بقيت %Ln مقطوعة</numerusform>
            <numerusform>متوقف مؤقتًا، بقيت %Ln مقطوعة</numerusform>
            <numerusform>متوقف مؤقتًا، بقيت %Ln مقطوعتان</numerusform>
            <numerusform>متوقف مؤقتًا، بقيت %Ln مقطوعات</numerusform>
            <numerusform>متوقف مؤقتًا، بقيت %Ln مقطوعة</numerusform>
            <numerusform>متوقف مؤقتًا، بقيت %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Analysing on the %1: %2 of %3 songs</source>
        <translation>يجري تحليل المقطوعات على %1: %2 من %3</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
            <numerusform>بقي نحو %Ln دقيقتين</numerusform>
            <numerusform>بقي نحو %Ln دقائق</numerusform>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
            <numerusform>بقي نحو %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
            <numerusform>بقي نحو %Ln ساعتين</numerusform>
            <numerusform>بقي نحو %Ln ساعات</numerusform>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
            <numerusform>بقي نحو %Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln day(s) left</source>
        <translation>
            <numerusform>بقي نحو %Ln يوم</numerusform>
            <numerusform>بقي نحو %Ln يوم</numerusform>
            <numerusform>بقي نحو %Ln يومين</numerusform>
            <numerusform>بقي نحو %Ln أيام</numerusform>
            <numerusform>بقي نحو %Ln يومًا</numerusform>
            <numerusform>بقي نحو %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>تقدّم التحليل</translation>
    </message>
    <message>
        <source>Model %1, %2</source>
        <translation>النموذج %1، %2</translation>
    </message>
    <message>
        <source>%1 seconds of music in a second</source>
        <translation>%1 ثانية من الموسيقى في الثانية</translation>
    </message>
    <message>
        <source>Go on with the analysis</source>
        <translation>استئناف التحليل</translation>
    </message>
    <message>
        <source>Pause the analysis</source>
        <translation>إيقاف التحليل مؤقتًا</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln مشكلة</numerusform>
            <numerusform>%Ln مشكلة</numerusform>
            <numerusform>%Ln مشكلتان</numerusform>
            <numerusform>%Ln مشكلات</numerusform>
            <numerusform>%Ln مشكلة</numerusform>
            <numerusform>%Ln مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) analysed</source>
        <translation>
            <numerusform>لم تُحلَّل أي مقطوعة</numerusform>
            <numerusform>حُلّلت مقطوعة واحدة</numerusform>
            <numerusform>حُلّلت مقطوعتان</numerusform>
            <numerusform>حُلّلت %Ln مقطوعات</numerusform>
            <numerusform>حُلّلت %Ln مقطوعة</numerusform>
            <numerusform>حُلّلت %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>5 songs analysed, 2 could not be</comment>
        <translation>%1، و%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be</source>
        <comment>songs analysed</comment>
        <translation>
            <numerusform>لم يتعذّر تحليل أي مقطوعة</numerusform>
            <numerusform>تعذّر تحليل مقطوعة واحدة</numerusform>
            <numerusform>تعذّر تحليل مقطوعتين</numerusform>
            <numerusform>تعذّر تحليل %Ln مقطوعات</numerusform>
            <numerusform>تعذّر تحليل %Ln مقطوعة</numerusform>
            <numerusform>تعذّر تحليل %Ln مقطوعة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::StepRow</name>
    <message>
        <source>%1: %2</source>
        <comment>question, answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>المفتاح %1</translation>
    </message>
</context>
<context>
    <name>circumplex::SummaryPanel</name>
    <message>
        <source>Choose the next songs</source>
        <translation>اختر المقطوعات التالية</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>المقطوعة</translation>
    </message>
    <message>
        <source>Valence: you</source>
        <translation>التكافؤ: أنت</translation>
    </message>
    <message>
        <source>Valence: model</source>
        <translation>التكافؤ: النموذج</translation>
    </message>
    <message>
        <source>Arousal: you</source>
        <translation>الاستثارة: أنت</translation>
    </message>
    <message>
        <source>Arousal: model</source>
        <translation>الاستثارة: النموذج</translation>
    </message>
    <message>
        <source>What you said, beside the model</source>
        <translation>ما قلته، إلى جانب النموذج</translation>
    </message>
    <message>
        <source>The sitting is over. Nothing was rated.</source>
        <translation>انتهت الجلسة. لم يُقيَّم شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n song(s) rated, all saved.</source>
        <translation>
            <numerusform>لم تُقيَّم أي مقطوعة.</numerusform>
            <numerusform>قُيّمت مقطوعة واحدة، وحُفظ كل شيء.</numerusform>
            <numerusform>قُيّمت مقطوعتان، وحُفظ كل شيء.</numerusform>
            <numerusform>قُيّمت %n مقطوعات، وحُفظ كل شيء.</numerusform>
            <numerusform>قُيّمت %n مقطوعة، وحُفظ كل شيء.</numerusform>
            <numerusform>قُيّمت %n مقطوعة، وحُفظ كل شيء.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valence of %n song(s): %1 points apart on average, CCC %2, ICC %3.</source>
        <translation>
            <numerusform>التكافؤ (بلا مقطوعات): الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>التكافؤ لمقطوعة واحدة: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>التكافؤ لمقطوعتين: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>التكافؤ لعدد %n مقطوعات: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>التكافؤ لعدد %n مقطوعة: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>التكافؤ لعدد %n مقطوعة: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arousal of %n song(s): %1 points apart on average, CCC %2, ICC %3.</source>
        <translation>
            <numerusform>الاستثارة (بلا مقطوعات): الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>الاستثارة لمقطوعة واحدة: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>الاستثارة لمقطوعتين: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>الاستثارة لعدد %n مقطوعات: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>الاستثارة لعدد %n مقطوعة: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
            <numerusform>الاستثارة لعدد %n مقطوعة: الفارق في المتوسط %1 نقطة، CCC %2، ICC %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valence while listening, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>التكافؤ أثناء الاستماع (بلا مقطوعات): CCC %1.</numerusform>
            <numerusform>التكافؤ أثناء الاستماع لمقطوعة واحدة: CCC %1.</numerusform>
            <numerusform>التكافؤ أثناء الاستماع لمقطوعتين: CCC %1.</numerusform>
            <numerusform>التكافؤ أثناء الاستماع لعدد %n مقطوعات: CCC %1.</numerusform>
            <numerusform>التكافؤ أثناء الاستماع لعدد %n مقطوعة: CCC %1.</numerusform>
            <numerusform>التكافؤ أثناء الاستماع لعدد %n مقطوعة: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arousal while listening, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>الاستثارة أثناء الاستماع (بلا مقطوعات): CCC %1.</numerusform>
            <numerusform>الاستثارة أثناء الاستماع لمقطوعة واحدة: CCC %1.</numerusform>
            <numerusform>الاستثارة أثناء الاستماع لمقطوعتين: CCC %1.</numerusform>
            <numerusform>الاستثارة أثناء الاستماع لعدد %n مقطوعات: CCC %1.</numerusform>
            <numerusform>الاستثارة أثناء الاستماع لعدد %n مقطوعة: CCC %1.</numerusform>
            <numerusform>الاستثارة أثناء الاستماع لعدد %n مقطوعة: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course of valence, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>مسار التكافؤ (بلا مقطوعات): CCC %1.</numerusform>
            <numerusform>مسار التكافؤ لمقطوعة واحدة: CCC %1.</numerusform>
            <numerusform>مسار التكافؤ لمقطوعتين: CCC %1.</numerusform>
            <numerusform>مسار التكافؤ لعدد %n مقطوعات: CCC %1.</numerusform>
            <numerusform>مسار التكافؤ لعدد %n مقطوعة: CCC %1.</numerusform>
            <numerusform>مسار التكافؤ لعدد %n مقطوعة: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course of arousal, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>مسار الاستثارة (بلا مقطوعات): CCC %1.</numerusform>
            <numerusform>مسار الاستثارة لمقطوعة واحدة: CCC %1.</numerusform>
            <numerusform>مسار الاستثارة لمقطوعتين: CCC %1.</numerusform>
            <numerusform>مسار الاستثارة لعدد %n مقطوعات: CCC %1.</numerusform>
            <numerusform>مسار الاستثارة لعدد %n مقطوعة: CCC %1.</numerusform>
            <numerusform>مسار الاستثارة لعدد %n مقطوعة: CCC %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>You against yourself, the first time against the second (1 would be the same again):</source>
        <translation>أنت مقارنة بنفسك، المرة الأولى بالثانية (1 تعني التطابق التام):</translation>
    </message>
</context>
<context>
    <name>circumplex::TagPicker</name>
    <message>
        <source>Search a mood</source>
        <translation>ابحث عن مزاج</translation>
    </message>
    <message>
        <source>Remove the mood %1</source>
        <translation>أزل المزاج %1</translation>
    </message>
    <message>
        <source>Search a mood …</source>
        <translation>ابحث عن مزاج …</translation>
    </message>
    <message>
        <source>Search a mood, or a digit</source>
        <translation>ابحث عن مزاج، أو اضغط رقمًا</translation>
    </message>
    <message>
        <source>Add the mood %1</source>
        <translation>أضف المزاج %1</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackCommands</name>
    <message>
        <source>&amp;Track</source>
        <translation>المقطوعة المفتوحة</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>تكرار التحديد</translation>
    </message>
    <message>
        <source>Select from here</source>
        <translation>التحديد من هنا</translation>
    </message>
    <message>
        <source>Select to here</source>
        <translation>التحديد إلى هنا</translation>
    </message>
    <message>
        <source>Drop the selection</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>Write a comment …</source>
        <translation>كتابة تعليق …</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Show the whole track</source>
        <translation>عرض المقطوعة كلها</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>أبطأ</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>أسرع</translation>
    </message>
    <message>
        <source>Compare models and people …</source>
        <translation>مقارنة النماذج والناس …</translation>
    </message>
    <message>
        <source>Export the picture …</source>
        <translation>تصدير الصورة …</translation>
    </message>
    <message>
        <source>Analyse this track again</source>
        <translation>إعادة تحليل هذه المقطوعة</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackHeader</name>
    <message>
        <source>Analyse again</source>
        <translation>إعادة التحليل</translation>
    </message>
    <message>
        <source>‹ Library</source>
        <translation>‹ المكتبة</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>العودة إلى المكتبة</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Choose whose curves are drawn</source>
        <translation>اختيار المنحنيات المرسومة</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Save this picture as SVG, PDF or PNG</source>
        <translation>حفظ هذه الصورة بصيغة SVG أو PDF أو PNG</translation>
    </message>
    <message>
        <source>There is nothing to compare: one model at most has analysed this track, and nobody drew how it feels.</source>
        <translation>لا شيء للمقارنة: حلل هذه المقطوعة نموذج واحد على الأكثر، ولم يرسم أحد إحساسه بها.</translation>
    </message>
    <message>
        <source>%1, analysed %2</source>
        <translation>%1، حُلّلت في %2</translation>
    </message>
    <message>
        <source>%1, who drew it</source>
        <translation>%1، صاحب الرسم</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackHoverCard</name>
    <message>
        <source>V %1   A %2</source>
        <comment>valence and arousal</comment>
        <translation>ت %1   س %2</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackLanes</name>
    <message>
        <source>Curves over time</source>
        <translation>المنحنيات عبر الزمن</translation>
    </message>
    <message>
        <source>A taller window shows them.</source>
        <translation>تظهر في نافذة أطول.</translation>
    </message>
    <message>
        <source>Double click to change it</source>
        <translation>انقر نقرًا مزدوجًا لتغييره</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackListModel</name>
    <message>
        <source>missing</source>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>disk away</source>
        <translation>القرص غير متصل</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>غير محللة</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>تغيّرت</translation>
    </message>
    <message>
        <source>first value</source>
        <translation>قيمة أولية</translation>
    </message>
    <message>
        <source>analysed</source>
        <translation>محللة</translation>
    </message>
    <message>
        <source>Valence: 1 unpleasant, 9 pleasant</source>
        <translation>التكافؤ العاطفي: 1 غير سار، 9 سار</translation>
    </message>
    <message>
        <source>Arousal: 1 calm, 9 excited</source>
        <translation>الاستثارة: 1 هادئ، 9 مستثار</translation>
    </message>
    <message>
        <source>Valence and arousal from the beginning of the track to its end</source>
        <translation>التكافؤ والاستثارة من بداية المقطوعة إلى نهايتها</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>الفنان</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>الألبوم</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>المزاج</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>المنحنى</translation>
    </message>
    <message>
        <source>V</source>
        <comment>valence, as short as can be</comment>
        <translation>ت</translation>
    </message>
    <message>
        <source>A</source>
        <comment>arousal, as short as can be</comment>
        <translation>س</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المقام</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>steady</source>
        <comment>a curve</comment>
        <translation>مستقر</translation>
    </message>
    <message>
        <source>rising</source>
        <comment>a curve</comment>
        <translation>صاعد</translation>
    </message>
    <message>
        <source>falling</source>
        <comment>a curve</comment>
        <translation>هابط</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>مُزالة</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>تعذّر تحليلها</translation>
    </message>
    <message>
        <source>no curve</source>
        <translation>بلا منحنى</translation>
    </message>
    <message>
        <source>valence %1; arousal %2</source>
        <translation>التكافؤ %1؛ الاستثارة %2</translation>
    </message>
    <message>
        <source>valence %1, %2; arousal %3, %4</source>
        <translation>التكافؤ %1، %2؛ الاستثارة %3، %4</translation>
    </message>
    <message>
        <source>Its file is no longer at %1</source>
        <translation>لم يعد ملفها موجودًا في ⁦%1⁩</translation>
    </message>
    <message>
        <source>Its disk is not connected: %1</source>
        <translation>قرصها غير متصل: %1</translation>
    </message>
    <message>
        <source>Click to sort by how %1 songs are</source>
        <comment>a mood</comment>
        <translation>انقر للترتيب حسب مقدار هذا المزاج في المقطوعات: %1</translation>
    </message>
    <message>
        <source>Search for a mood, for example mood:calm, to sort by how much of it songs have</source>
        <translation>ابحث عن مزاج، مثل mood:calm، للترتيب حسب مقداره في المقطوعات</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>التكافؤ</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>الاستثارة</translation>
    </message>
    <message>
        <source>Place on the plane</source>
        <translation>الموضع على المستوى</translation>
    </message>
    <message>
        <source>Place on the plane: pleasant at the right, excited at the top</source>
        <translation>الموضع على المستوى: السار يمينًا والمستثار في الأعلى</translation>
    </message>
    <message>
        <source>You removed it from the library. “Bring back to the library” in the menu Song puts it there again.</source>
        <translation>لقد أزلتها من المكتبة. الأمر «إعادة إلى المكتبة» في قائمة المقطوعات يعيدها إليها.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackNotice</name>
    <message>
        <source>The comment was not saved. %1</source>
        <translation>لم يُحفظ التعليق. %1</translation>
    </message>
    <message>
        <source>The picture was not saved. %1</source>
        <translation>لم تُحفظ الصورة. %1</translation>
    </message>
    <message>
        <source>“%1” is not connected. What is known about this track stays; connect it to listen.</source>
        <translation>القرص «%1» غير متصل. يبقى ما يُعرف عن هذه المقطوعة؛ صِله للاستماع.</translation>
    </message>
    <message>
        <source>The file is gone: %1. Scan the library if it was moved.</source>
        <translation>لم يعد الملف موجودًا: ⁦%1⁩. افحص المكتبة إن كان قد نُقل.</translation>
    </message>
    <message>
        <source>The sound cannot be read. %1</source>
        <translation>تعذّرت قراءة الصوت. %1</translation>
    </message>
    <message>
        <source>Being analysed; what is dotted comes soon.</source>
        <translation>قيد التحليل؛ الأجزاء المنقّطة تظهر قريبًا.</translation>
    </message>
    <message>
        <source>The analysis failed. %1</source>
        <translation>فشل التحليل. %1</translation>
    </message>
    <message>
        <source>Not analysed yet: no curves, moods, key or chords.</source>
        <translation>لم تُحلَّل بعد: لا منحنيات ولا أمزجة ولا مقام ولا تآلفات.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>تحليل</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackOverview</name>
    <message>
        <source>Overview of the whole track</source>
        <translation>نظرة عامة على المقطوعة كلها</translation>
    </message>
    <message>
        <source>Drag to move the part that is shown below</source>
        <translation>اسحب لتحريك الجزء المعروض أدناه</translation>
    </message>
    <message>
        <source>Reading the waveform…</source>
        <translation>تجري قراءة شكل الموجة…</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackPage</name>
    <message>
        <source>Track</source>
        <translation>المقطوعة</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>حفظ هذه الصورة</translation>
    </message>
    <message>
        <source>No track is open</source>
        <translation>لا توجد مقطوعة مفتوحة</translation>
    </message>
    <message>
        <source>Open one in the library, with a double click or Enter, to hear it and to see how it feels from moment to moment.</source>
        <translation>افتح واحدة في المكتبة، بنقرة مزدوجة أو بمفتاح الإدخال، لتسمعها وترى إحساسها لحظة بلحظة.</translation>
    </message>
    <message>
        <source>Go to the library</source>
        <translation>إلى المكتبة</translation>
    </message>
    <message>
        <source>What “%1” said of this track is not in the library any more.</source>
        <translation>ما قاله «%1» عن هذه المقطوعة لم يعد في المكتبة.</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>رسم ‎(*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>مستند ‎(*.pdf)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>صورة ‎(*.png)</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackTable</name>
    <message>
        <source>Tracks</source>
        <translation>المقطوعات</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>صفوف متراصة</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackTools</name>
    <message>
        <source>Loop selection</source>
        <translation>تكرار التحديد</translation>
    </message>
    <message>
        <source>Repeat the selected stretch</source>
        <translation>تكرار الجزء المحدد</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Write, change or remove comments</source>
        <translation>كتابة التعليقات أو تغييرها أو إزالتها</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>الأمزجة</translation>
    </message>
    <message>
        <source>Choose whose moods have a lane</source>
        <translation>اختيار الأمزجة التي لها مسار</translation>
    </message>
    <message>
        <source>Write a comment here…</source>
        <translation>كتابة تعليق هنا…</translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <translation>تنعيم المنحنيات</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>بلا تنعيم</translation>
    </message>
    <message>
        <source>Mean over %1 s</source>
        <translation>متوسط %1 ث</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Whole track</source>
        <translation>المقطوعة كلها</translation>
    </message>
    <message>
        <source>Show the whole track</source>
        <translation>عرض المقطوعة كلها</translation>
    </message>
    <message>
        <source>The five strongest</source>
        <translation>الخمسة الأقوى</translation>
    </message>
    <message>
        <source>%1 to %2, %3 s</source>
        <translation>من %1 إلى %2، %3 ث</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainChoiceStep</name>
    <message>
        <source>Keep the model and adapt it to me</source>
        <translation>أبقِ النموذج وكيّفه معي</translation>
    </message>
    <message>
        <source>Train its last layers anew</source>
        <translation>درّب طبقاته الأخيرة من جديد</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>تابع من حيث توقف</translation>
    </message>
    <message>
        <source>What should learn?</source>
        <translation>ما الذي يتعلم؟</translation>
    </message>
    <message>
        <source>It starts with what the model knows of other people. Best for up to some hundred songs.</source>
        <translation>يبدأ بما يعرفه النموذج عن الآخرين. الأفضل حتى بضع مئات من المقطوعات.</translation>
    </message>
    <message>
        <source>It forgets what other people said, and knows only what you rated. Needs many songs.</source>
        <translation>ينسى ما قاله الآخرون ولا يعرف إلا ما قيّمته أنت. يحتاج إلى مقطوعات كثيرة.</translation>
    </message>
    <message>
        <source>A training was interrupted. With the same labels and the same choice it goes on; otherwise it begins anew.</source>
        <translation>انقطع تدريب سابق. بالتقييمات نفسها والاختيار نفسه يستمر، وإلا بدأ من جديد.</translation>
    </message>
    <message>
        <source>It takes at most %1. You can go on using the program meanwhile.</source>
        <translation>يستغرق %1 على الأكثر. يمكنك استخدام البرنامج في هذه الأثناء.</translation>
    </message>
    <message>
        <source>It &amp;starts from</source>
        <translation>يبدأ من</translation>
    </message>
    <message>
        <source>Model that it starts from</source>
        <translation>النموذج الذي يبدأ منه</translation>
    </message>
    <message>
        <source>which stays as it is</source>
        <translation>ويبقى كما هو</translation>
    </message>
    <message>
        <source>Let it learn to hear, too</source>
        <translation>دعه يتعلم السمع أيضًا</translation>
    </message>
    <message>
        <source>The network that hears is adapted as well (LoRA), from the sound of your songs. Takes far longer; if it does not help, it is left out.</source>
        <translation>تُكيَّف الشبكة السامعة أيضًا (LoRA) من صوت مقطوعاتك. يستغرق وقتًا أطول بكثير؛ وإن لم يفد فلا يُستخدم.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainDataStep</name>
    <message>
        <source>Next: what to train</source>
        <translation>التالي: ماذا ندرّب؟</translation>
    </message>
    <message>
        <source>Import labels …</source>
        <translation>استيراد تقييمات …</translation>
    </message>
    <message>
        <source>Analyse the songs</source>
        <translation>حلّل المقطوعات</translation>
    </message>
    <message>
        <source>Labelled songs by feeling; dashed: few so far</source>
        <translation>المقطوعات المقيّمة حسب الشعور؛ المتقطع: قليلة حتى الآن</translation>
    </message>
    <message>
        <source>Ratings as a table (CSV), or files of DEAM, PMEmo, MTG-Jamendo, CARMA, DARMA, Label Studio and JAMS</source>
        <translation>تقييمات في جدول (CSV) أو ملفات DEAM وPMEmo وMTG-Jamendo وCARMA وDARMA وLabel Studio وJAMS</translation>
    </message>
    <message>
        <source>Whose labels count</source>
        <translation>تقييمات مَن تُحتسب</translation>
    </message>
    <message>
        <source>choose at least one rater</source>
        <translation>اختر مقيّمًا واحدًا على الأقل</translation>
    </message>
    <message>
        <source>Rate songs</source>
        <translation>قيّم مقطوعات</translation>
    </message>
    <message>
        <source>Opens the page Label</source>
        <translation>يفتح صفحة «التقييم»</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln song(s)</source>
        <comment>of a rater</comment>
        <translation>
            <numerusform>%1: بلا مقطوعات</numerusform>
            <numerusform>%1: مقطوعة واحدة</numerusform>
            <numerusform>%1: مقطوعتان</numerusform>
            <numerusform>%1: %Ln مقطوعات</numerusform>
            <numerusform>%1: %Ln مقطوعة</numerusform>
            <numerusform>%1: %Ln مقطوعة</numerusform>
        </translation>
    </message>
    <message>
        <source>weight </source>
        <translation>الوزن </translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>وزن %1</translation>
    </message>
    <message>
        <source>How much these labels count beside those of others</source>
        <translation>كم تُحتسب هذه التقييمات إلى جانب تقييمات الآخرين</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainLink</name>
    <message>
        <source>Your songs are being analysed; how far it is stands at the foot of the window.</source>
        <translation>تُحلَّل مقطوعاتك؛ يظهر التقدم أسفل النافذة.</translation>
    </message>
    <message>
        <source>Importing labels …</source>
        <translation>تُستورد التقييمات …</translation>
    </message>
    <message>
        <source>Counting the labels …</source>
        <translation>تُعدّ التقييمات …</translation>
    </message>
    <message>
        <source>%1 is in use from now on. What the old model said of your songs is kept.</source>
        <translation>%1 قيد الاستخدام من الآن. ما قاله النموذج القديم عن مقطوعاتك محفوظ.</translation>
    </message>
    <message>
        <source>The old model stays in use, the new one is removed. Your labels are kept.</source>
        <translation>يبقى النموذج القديم قيد الاستخدام وأُزيل الجديد. تقييماتك محفوظة.</translation>
    </message>
    <message>
        <source>%1 is in use again. The personal model is kept on the page Models.</source>
        <translation>عاد %1 قيد الاستخدام. النموذج الشخصي محفوظ في صفحة «النماذج».</translation>
    </message>
    <message>
        <source>%1 labels added, %2 changed, %3 there already, %4 not understood or of songs that are not in the library</source>
        <translation>أُضيف %1 من التقييمات، وتغيّر %2، و%3 موجود سلفًا، و%4 غير مفهوم أو لمقطوعات ليست في المكتبة</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>توقف.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>التدريب</translation>
    </message>
    <message>
        <source>Takes the model that yours was made from into use again</source>
        <translation>يعيد استخدام النموذج الذي صُنع منه نموذجك</translation>
    </message>
    <message>
        <source>Teaches the model how music feels to you, and tells honestly whether it worked.</source>
        <translation>يعلّم النموذج كيف تشعر بالموسيقى ويقول بصدق إن كان ذلك قد نجح.</translation>
    </message>
    <message>
        <source>1 Data</source>
        <translation>١ البيانات</translation>
    </message>
    <message>
        <source>2 What</source>
        <translation>٢ ماذا</translation>
    </message>
    <message>
        <source>3 Train</source>
        <translation>٣ التدريب</translation>
    </message>
    <message>
        <source>4 Verdict</source>
        <translation>٤ الحكم</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>استيراد تقييمات</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a model</comment>
        <translation>العودة إلى %1</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainRunStep</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Stopping keeps what is done so far; it can go on later.</source>
        <translation>الإيقاف يحفظ ما أُنجز حتى الآن؛ ويمكن المتابعة لاحقًا.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>يتوقف …</translation>
    </message>
    <message>
        <source>Reading what the model heard …</source>
        <translation>يُقرأ ما سمعه النموذج …</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 على الأكثر</translation>
    </message>
    <message>
        <source>Round %1 of %2, epoch %3</source>
        <translation>الجولة %1 من %2، الحقبة %3</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>بقي نحو %1</translation>
    </message>
    <message>
        <source>What is done so far is kept, also when the program ends.</source>
        <translation>ما أُنجز حتى الآن محفوظ، حتى إن أُغلق البرنامج.</translation>
    </message>
    <message>
        <source>Lower is better. Each round holds other songs out to be tested on; pale lines are rounds that are done, the dot is the best epoch, the dashed line the old model. The last round learns from all songs and has no line.</source>
        <translation>الأقل أفضل. تستبعد كل جولة مقطوعات أخرى للاختبار؛ الخطوط الباهتة جولات منتهية، والنقطة أفضل دورة، والخط المتقطع هو النموذج القديم. تتعلم الجولة الأخيرة من كل المقطوعات وليس لها خط.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainVerdictStep</name>
    <message>
        <source>Now nearer to you</source>
        <translation>صار أقرب إليك</translation>
    </message>
    <message>
        <source>Now further from you</source>
        <translation>صار أبعد عنك</translation>
    </message>
    <message>
        <source>Double click or Enter opens a song.</source>
        <translation>النقر المزدوج أو Enter يفتح المقطوعة.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>استخدمه</translation>
    </message>
    <message>
        <source>Keep the old</source>
        <translation>أبقِ القديم</translation>
    </message>
    <message>
        <source>Describe my songs with it</source>
        <translation>صِف مقطوعاتي به</translation>
    </message>
    <message>
        <source>Scores on songs that were held out</source>
        <translation>النتائج في المقطوعات المستبعدة</translation>
    </message>
    <message>
        <source>More is better, but for the error. Guessing gives a CCC and R² of 0 and a ROC-AUC of 0.5. The interval holds the new score in 95 of 100 such tests. &quot;People agree&quot; is what people reach for each other.</source>
        <translation>الأكثر أفضل إلا في الخطأ. التخمين يعطي 0 في CCC وR² و0.5 في ROC-AUC. يضم المجال النتيجة الجديدة في 95 من 100 اختبار كهذا. «اتفاق الناس» هو ما يبلغه الناس فيما بينهم.</translation>
    </message>
    <message>
        <source>Needs no hearing: what the model heard is kept</source>
        <translation>لا يحتاج إلى سماع: ما سمعه النموذج محفوظ</translation>
    </message>
    <message>
        <source>The new model is called %1. The old one stays in use until you choose.</source>
        <translation>اسم النموذج الجديد %1. يبقى القديم قيد الاستخدام حتى تختار.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>المقطوعات</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>القديم</translation>
    </message>
    <message>
        <source>New</source>
        <translation>الجديد</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>People agree</source>
        <translation>اتفاق الناس</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a song, what was said of it</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>أقل من %1</translation>
    </message>
</context>
</TS>
