<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="ar" sourcelanguage="en">
  <context>
    <name>Across</name>
    <message>
      <source>Titles held</source>
      <translation>الألقاب والمناصب</translation>
    </message>
    <message>
      <source>Spellings</source>
      <translation>صور الكتابة</translation>
    </message>
    <message>
      <source>As actor</source>
      <translation>فاعلًا</translation>
    </message>
    <message>
      <source>As target</source>
      <translation>مستهدَفًا</translation>
    </message>
    <message>
      <source>Other events</source>
      <translation>أحداث أخرى</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>الأماكن</translation>
    </message>
    <message>
      <source>Appears with</source>
      <translation>يظهر مع</translation>
    </message>
    <message>
      <source>It may also be</source>
      <translation>قد يكون أيضًا</translation>
    </message>
    <message>
      <source>Why these are one</source>
      <translation>لماذا عُدّت واحدًا</translation>
    </message>
    <message>
      <source>Sentences</source>
      <translation>الجمل</translation>
    </message>
    <message>
      <source>Mentions by day</source>
      <translation>مرات الذكر بحسب اليوم</translation>
    </message>
    <message>
      <source>{percent} sure</source>
      <translation>بثقة {percent}</translation>
    </message>
    <message>
      <source>There are more sentences; these are the first.</source>
      <translation>توجد جمل أخرى؛ هذه أولاها.</translation>
    </message>
    <message>
      <source>disputed</source>
      <translation>محل خلاف</translation>
    </message>
    <message>
      <source>figures differ</source>
      <translation>أرقام متباينة</translation>
    </message>
    <message>
      <source>Who tells it</source>
      <translation>من يرويه</translation>
    </message>
    <message>
      <source>Who takes part</source>
      <translation>المشاركون</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>أين</translation>
    </message>
    <message>
      <source>Disputed: {some} tell it as so, {others} as not so.</source>
      <translation>محل خلاف: {some} تثبته و{others} تنفيه.</translation>
    </message>
    <message>
      <source>the article itself</source>
      <translation>المقال نفسه</translation>
    </message>
    <message>
      <source>according to {names}</source>
      <translation>بحسب {names}</translation>
    </message>
    <message>
      <source>Week of {day}</source>
      <translation>أسبوع {day}</translation>
    </message>
    <message>
      <source>its day was changed</source>
      <translation>تغيّر موعده</translation>
    </message>
    <message>
      <source>by the days of publishing</source>
      <translation>بحسب أيام النشر</translation>
    </message>
    <message>
      <source>by the days that the texts give</source>
      <translation>بحسب الأيام المستنتجة من النصين</translation>
    </message>
    <message>
      <source>it names the other's source</source>
      <translation>يذكر مصدر الآخر</translation>
    </message>
    <message>
      <source>by how much of the other it holds</source>
      <translation>بقدر ما يحويه من الآخر</translation>
    </message>
    <message>
      <source>nothing tells which was first</source>
      <translation>لا شيء يدل على الأسبق</translation>
    </message>
    <message>
      <source>announced</source>
      <translation>معلن</translation>
    </message>
    <message>
      <source>called for</source>
      <translation>مدعوّ إليه</translation>
    </message>
    <message>
      <source>⟳ postponed</source>
      <translation>⟳ مؤجل</translation>
    </message>
    <message>
      <source>✕ cancelled</source>
      <translation>✕ ملغى</translation>
    </message>
    <message>
      <source>⊘ denied</source>
      <translation>⊘ منفي</translation>
    </message>
    <message>
      <source>dead</source>
      <translation>القتلى</translation>
    </message>
    <message>
      <source>injured</source>
      <translation>الجرحى</translation>
    </message>
    <message>
      <source>count</source>
      <translation>العدد</translation>
    </message>
    <message>
      <source>money</source>
      <translation>المبلغ</translation>
    </message>
    <message>
      <source>percent</source>
      <translation>النسبة</translation>
    </message>
    <message>
      <source>≠ Figures conflict</source>
      <translation>≠ أرقام متعارضة</translation>
    </message>
    <message>
      <source>↗ Figures grew</source>
      <translation>↗ أرقام متزايدة</translation>
    </message>
    <message>
      <source>ruled</source>
      <translation>بقرار منك</translation>
    </message>
    <message>
      <source>equal names</source>
      <translation>تطابق الاسمين</translation>
    </message>
    <message>
      <source>equal full names</source>
      <translation>تطابق الاسمين الكاملين</translation>
    </message>
    <message>
      <source>equal full names, other states</source>
      <translation>تطابق الاسمين الكاملين مع اختلاف الدولة</translation>
    </message>
    <message>
      <source>one row of names</source>
      <translation>صف واحد في قائمة الأسماء</translation>
    </message>
    <message>
      <source>spelling of</source>
      <translation>كتابة أخرى لـ</translation>
    </message>
    <message>
      <source>leaves out parts of</source>
      <translation>يُسقط أجزاء من</translation>
    </message>
    <message>
      <source>first parts of</source>
      <translation>الأجزاء الأولى من</translation>
    </message>
    <message>
      <source>one name in versions of one story</source>
      <translation>اسم واحد في نسخ خبر واحد</translation>
    </message>
    <message>
      <source>one name and title</source>
      <translation>اسم ولقب واحد</translation>
    </message>
    <message>
      <source>last name, in versions of one story</source>
      <translation>الاسم الأخير في نسخ خبر واحد</translation>
    </message>
    <message>
      <source>last name and title</source>
      <translation>الاسم الأخير واللقب</translation>
    </message>
    <message>
      <source>{percent} of the words shared</source>
      <translation>{percent} من الكلمات مشتركة</translation>
    </message>
    <message>
      <source>follows {title} ({why}, {percent} sure)</source>
      <translation>منقول عن {title} ({why}، بثقة {percent})</translation>
    </message>
  </context>
  <context>
    <name>AcrossFeature</name>
    <message>
      <source>Stories</source>
      <translation>الأخبار معًا</translation>
    </message>
    <message>
      <source>Nothing is kept in the library yet.</source>
      <translation>ليس في المكتبة شيء بعد.</translation>
    </message>
    <message>
      <source>The articles were not read.</source>
      <translation>لم تُقرأ المقالات.</translation>
    </message>
    <message>
      <source>The library has no article that was analyzed.</source>
      <translation>ليس في المكتبة مقال مُحلَّل.</translation>
    </message>
    <message>
      <source>What these tell together</source>
      <translation>ما ترويه هذه معًا</translation>
    </message>
    <message>
      <source>Across the library</source>
      <translation>عبر المكتبة</translation>
    </message>
  </context>
  <context>
    <name>Actions</name>
    <message>
      <source>&amp;Open…</source>
      <translation>&amp;فتح…</translation>
    </message>
    <message>
      <source>Open an article from a file</source>
      <translation>افتح مقالًا من ملف</translation>
    </message>
    <message>
      <source>Pa&amp;ste an article</source>
      <translation>&amp;لصق مقال</translation>
    </message>
    <message>
      <source>Read the article that is on the clipboard</source>
      <translation>اقرأ المقال الموجود في الحافظة</translation>
    </message>
    <message>
      <source>&amp;Read again</source>
      <translation>إ&amp;عادة القراءة</translation>
    </message>
    <message>
      <source>Read the file again and analyze it anew</source>
      <translation>اقرأ الملف من جديد وأعد تحليله</translation>
    </message>
    <message>
      <source>Stop the &amp;analysis</source>
      <translation>إي&amp;قاف التحليل</translation>
    </message>
    <message>
      <source>Stop the analysis; the text stays</source>
      <translation>أوقف التحليل، ويبقى النص</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>إن&amp;هاء</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>أغلق النافذة</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;نسخ</translation>
    </message>
    <message>
      <source>Copy the selected words as the author wrote them</source>
      <translation>انسخ الكلمات المحددة كما كتبها صاحبها</translation>
    </message>
    <message>
      <source>Copy with &amp;markup</source>
      <translation>نسخ مع ال&amp;وسوم</translation>
    </message>
    <message>
      <source>Copy the selected words with each name as [name](TYPE)</source>
      <translation>انسخ الكلمات المحددة وكل اسم على صورة [اسم](نوع)</translation>
    </message>
    <message>
      <source>&amp;Find in the article</source>
      <translation>&amp;بحث في المقال</translation>
    </message>
    <message>
      <source>Find words; hamza, diacritics and the like do not matter</source>
      <translation>ابحث عن كلمات بصرف النظر عن الهمزات والحركات</translation>
    </message>
    <message>
      <source>Find &amp;next</source>
      <translation>النتيجة ال&amp;تالية</translation>
    </message>
    <message>
      <source>Go to the next hit</source>
      <translation>انتقل إلى النتيجة التالية</translation>
    </message>
    <message>
      <source>Find &amp;previous</source>
      <translation>النتيجة ال&amp;سابقة</translation>
    </message>
    <message>
      <source>Go to the hit before</source>
      <translation>انتقل إلى النتيجة السابقة</translation>
    </message>
    <message>
      <source>&amp;Larger text</source>
      <translation>ت&amp;كبير النص</translation>
    </message>
    <message>
      <source>Make the article's text larger</source>
      <translation>كبّر نص المقال</translation>
    </message>
    <message>
      <source>&amp;Smaller text</source>
      <translation>ت&amp;صغير النص</translation>
    </message>
    <message>
      <source>Make the article's text smaller</source>
      <translation>صغّر نص المقال</translation>
    </message>
    <message>
      <source>&amp;Normal size</source>
      <translation>الحجم ال&amp;معتاد</translation>
    </message>
    <message>
      <source>Give the article's text its first size</source>
      <translation>أعد نص المقال إلى حجمه الأول</translation>
    </message>
    <message>
      <source>&amp;Names panel</source>
      <translation>لوحة ال&amp;أسماء</translation>
    </message>
    <message>
      <source>Show or hide the names and their sentences</source>
      <translation>أظهر الأسماء وجملها أو أخفها</translation>
    </message>
    <message>
      <source>&amp;Events panel</source>
      <translation>لوحة الأ&amp;حداث</translation>
    </message>
    <message>
      <source>Show or hide what happened</source>
      <translation>أظهر ما حدث أو أخفه</translation>
    </message>
    <message>
      <source>&amp;Desk below the article</source>
      <translation>ال&amp;منضدة أسفل المقال</translation>
    </message>
    <message>
      <source>Show or hide the other views of the article</source>
      <translation>إظهار العروض الأخرى للمقال أو إخفاؤها</translation>
    </message>
    <message>
      <source>&amp;Show all repeats</source>
      <translation>إظهار كل ال&amp;مكررات</translation>
    </message>
    <message>
      <source>Show every repeated paragraph, or fold them all again</source>
      <translation>أظهر كل فقرة مكررة أو اطوها جميعًا</translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;رجوع</translation>
    </message>
    <message>
      <source>Go back to the place before the last jump</source>
      <translation>ارجع إلى الموضع السابق للانتقال الأخير</translation>
    </message>
    <message>
      <source>&amp;Forward</source>
      <translation>ت&amp;قدم</translation>
    </message>
    <message>
      <source>Go forward again</source>
      <translation>تقدم من جديد</translation>
    </message>
    <message>
      <source>&amp;Next mention</source>
      <translation>الذكر ال&amp;تالي</translation>
    </message>
    <message>
      <source>Go to the next mention of the chosen name</source>
      <translation>انتقل إلى الذكر التالي للاسم المختار</translation>
    </message>
    <message>
      <source>&amp;Previous mention</source>
      <translation>الذكر ال&amp;سابق</translation>
    </message>
    <message>
      <source>Go to the mention before of the chosen name</source>
      <translation>انتقل إلى الذكر السابق للاسم المختار</translation>
    </message>
    <message>
      <source>Filter &amp;names</source>
      <translation>تصفية الأ&amp;سماء</translation>
    </message>
    <message>
      <source>Type to filter the names</source>
      <translation>اكتب لتصفية الأسماء</translation>
    </message>
    <message>
      <source>Filter &amp;events</source>
      <translation>تصفية الأ&amp;حداث</translation>
    </message>
    <message>
      <source>Type to filter the events</source>
      <translation>اكتب لتصفية الأحداث</translation>
    </message>
    <message>
      <source>&amp;Confidence</source>
      <translation>ال&amp;ثقة</translation>
    </message>
    <message>
      <source>Choose how sure a finding must be to be shown</source>
      <translation>اختر أقل ثقة يُعرض بها ما وُجد</translation>
    </message>
    <message>
      <source>To the &amp;article</source>
      <translation>إلى ال&amp;مقال</translation>
    </message>
    <message>
      <source>Give the keyboard to the article</source>
      <translation>انقل لوحة المفاتيح إلى المقال</translation>
    </message>
    <message>
      <source>&amp;About Qari</source>
      <translation>&amp;عن قارئ</translation>
    </message>
    <message>
      <source>Version, licence and sources</source>
      <translation>الإصدار والترخيص والمصادر</translation>
    </message>
    <message>
      <source>&amp;Stories across the library</source>
      <translation>الأ&amp;خبار عبر المكتبة</translation>
    </message>
    <message>
      <source>Show what the articles of the library tell together</source>
      <translation>عرض ما ترويه مقالات المكتبة معًا</translation>
    </message>
    <message>
      <source>Copy the &amp;address of this place</source>
      <translation>نسخ &amp;عنوان هذا الموضع</translation>
    </message>
    <message>
      <source>Copy an address that opens the article at this place</source>
      <translation>انسخ عنوانًا يفتح المقال عند هذا الموضع</translation>
    </message>
    <message>
      <source>To an a&amp;ddress…</source>
      <translation>إلى ع&amp;نوان…</translation>
    </message>
    <message>
      <source>Go to a place by its address or its sentence's number</source>
      <translation>انتقل إلى موضع بعنوانه أو برقم جملته</translation>
    </message>
    <message>
      <source>Rea&amp;d aloud</source>
      <translation>القراءة بصو&amp;ت</translation>
    </message>
    <message>
      <source>Read the article aloud from here, or stop</source>
      <translation>اقرأ المقال بصوت من هنا، أو توقف</translation>
    </message>
    <message>
      <source>Next sen&amp;tence aloud</source>
      <translation>الجملة التالية بصوت</translation>
    </message>
    <message>
      <source>Go on reading aloud with the next sentence</source>
      <translation>واصل القراءة بصوت من الجملة التالية</translation>
    </message>
    <message>
      <source>Sente&amp;nce before aloud</source>
      <translation>الجملة السابقة بصوت</translation>
    </message>
    <message>
      <source>Go back to the sentence before while reading aloud</source>
      <translation>ارجع في القراءة بصوت إلى الجملة السابقة</translation>
    </message>
    <message>
      <source>&amp;Brief</source>
      <translation>&amp;موجز</translation>
    </message>
    <message>
      <source>Show one page on the article, to be pasted elsewhere</source>
      <translation>اعرض صفحة واحدة عن المقال تصلح للصق في مكان آخر</translation>
    </message>
    <message>
      <source>Co&amp;mpare repeats</source>
      <translation>م&amp;قارنة المكررات</translation>
    </message>
    <message>
      <source>Show a repeated passage beside its first copy</source>
      <translation>اعرض فقرة مكررة بجانب نسختها الأولى</translation>
    </message>
    <message>
      <source>C&amp;oncordance</source>
      <translation>ك&amp;شاف الكلمات</translation>
    </message>
    <message>
      <source>List every place of the selected words or the chosen name in its context</source>
      <translation>اعرض كل مواضع الكلمات المحددة أو الاسم المختار في سياقها</translation>
    </message>
    <message>
      <source>Ar&amp;ticles of the file</source>
      <translation>مقالات ال&amp;ملف</translation>
    </message>
    <message>
      <source>List the articles of the file that this one is from</source>
      <translation>اعرض قائمة مقالات الملف الذي منه هذا المقال</translation>
    </message>
    <message>
      <source>Next article of the &amp;file</source>
      <translation>المقال الت&amp;الي في الملف</translation>
    </message>
    <message>
      <source>Show the next article of the same file</source>
      <translation>اعرض المقال التالي من الملف نفسه</translation>
    </message>
    <message>
      <source>Previous article of the f&amp;ile</source>
      <translation>المقال السا&amp;بق في الملف</translation>
    </message>
    <message>
      <source>Show the article before of the same file</source>
      <translation>اعرض المقال السابق من الملف نفسه</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>ت&amp;راجع</translation>
    </message>
    <message>
      <source>Take the last change back</source>
      <translation>تراجع عن آخر تغيير</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>إ&amp;عادة</translation>
    </message>
    <message>
      <source>Make the change again that was taken back</source>
      <translation>أعد التغيير الذي تراجعت عنه</translation>
    </message>
    <message>
      <source>C&amp;orrect this…</source>
      <translation>&amp;صحح هذا…</translation>
    </message>
    <message>
      <source>Correct what was found at the selection or the cursor</source>
      <translation>صحح ما وُجد عند التحديد أو المؤشر</translation>
    </message>
    <message>
      <source>&amp;Corrections</source>
      <translation>الت&amp;صحيحات</translation>
    </message>
    <message>
      <source>List what was corrected, with a way back from each</source>
      <translation>اعرض ما صُحح مع إمكان الرجوع عن كل تصحيح</translation>
    </message>
    <message>
      <source>&amp;Undo history</source>
      <translation>س&amp;جل التراجع</translation>
    </message>
    <message>
      <source>List the changes of this sitting, to go back to any</source>
      <translation>اعرض تغييرات هذه الجلسة للرجوع إلى أي منها</translation>
    </message>
    <message>
      <source>&amp;Join transliterations</source>
      <translation>ض&amp;م كتابات الاسم الأجنبي</translation>
    </message>
    <message>
      <source>Take spellings of a foreign name for one name</source>
      <translation>عُدّ كتابات الاسم الأجنبي المختلفة اسمًا واحدًا</translation>
    </message>
    <message>
      <source>Desk at full &amp;height</source>
      <translation>المنضدة بكامل الار&amp;تفاع</translation>
    </message>
    <message>
      <source>Give the desk all the height, or the article its own</source>
      <translation>إعطاء المنضدة الارتفاع كله، أو إعادة ارتفاع المقال</translation>
    </message>
    <message>
      <source>To the &amp;desk</source>
      <translation>إلى المن&amp;ضدة</translation>
    </message>
    <message>
      <source>Give the keyboard to the view below the article</source>
      <translation>نقل لوحة المفاتيح إلى العرض أسفل المقال</translation>
    </message>
    <message>
      <source>E&amp;xport…</source>
      <translation>ت&amp;صدير…</translation>
    </message>
    <message>
      <source>Save what was found in another form, seen before</source>
      <translation>احفظ ما وُجد في صيغة أخرى بعد معاينتها</translation>
    </message>
    <message>
      <source>Who deals &amp;with whom</source>
      <translation>م&amp;ن مع من</translation>
    </message>
    <message>
      <source>Show who does what to whom as a graph</source>
      <translation>عرض من يفعل ماذا بمن في رسم</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;مساعدة</translation>
    </message>
    <message>
      <source>Read how the program is used</source>
      <translation>اقرأ كيف يُستعمل البرنامج</translation>
    </message>
    <message>
      <source>&amp;Shortcuts</source>
      <translation>ا&amp;ختصارات المفاتيح</translation>
    </message>
    <message>
      <source>List the keys</source>
      <translation>اعرض قائمة المفاتيح</translation>
    </message>
    <message>
      <source>Click by &amp;letters</source>
      <translation>النقر بالحرو&amp;ف</translation>
    </message>
    <message>
      <source>Show letters on all that can be clicked; typing them clicks</source>
      <translation>أظهر حروفًا على كل ما يُنقر؛ كتابتها تنقره</translation>
    </message>
    <message>
      <source>Ba&amp;ckups of the library…</source>
      <translation>الن&amp;سخ الاحتياطية من المكتبة…</translation>
    </message>
    <message>
      <source>Make a backup, or go back to one</source>
      <translation>أنشئ نسخة احتياطية أو ارجع إلى نسخة</translation>
    </message>
    <message>
      <source>Open another li&amp;brary…</source>
      <translation>افتح مكتبة أ&amp;خرى…</translation>
    </message>
    <message>
      <source>Use a library in another file, or make one</source>
      <translation>استخدم مكتبة في ملف آخر، أو أنشئ واحدة</translation>
    </message>
    <message>
      <source>Open your o&amp;wn library</source>
      <translation>افتح مكتبتك ال&amp;خاصة</translation>
    </message>
    <message>
      <source>Go back to the library that is yours by default</source>
      <translation>ارجع إلى مكتبتك المعتادة</translation>
    </message>
    <message>
      <source>List of the &amp;library</source>
      <translation>قائمة ال&amp;مكتبة</translation>
    </message>
    <message>
      <source>List the articles that you keep</source>
      <translation>اعرض قائمة المقالات التي تحفظها</translation>
    </message>
    <message>
      <source>Search the lib&amp;rary</source>
      <translation>ا&amp;بحث في المكتبة</translation>
    </message>
    <message>
      <source>Type to search the articles that you keep</source>
      <translation>اكتب لتبحث في المقالات التي تحفظها</translation>
    </message>
    <message>
      <source>&amp;Keep in the library</source>
      <translation>ا&amp;حفظ في المكتبة</translation>
    </message>
    <message>
      <source>Keep the article, what was found in it and your notes</source>
      <translation>احفظ المقال وما وُجد فيه وملاحظاتك</translation>
    </message>
    <message>
      <source>Take &amp;files into the library…</source>
      <translation>أضف &amp;ملفات إلى المكتبة…</translation>
    </message>
    <message>
      <source>Keep the articles of many files</source>
      <translation>احفظ مقالات ملفات كثيرة</translation>
    </message>
    <message>
      <source>Take a f&amp;older into the library…</source>
      <translation>أضف م&amp;جلدا إلى المكتبة…</translation>
    </message>
    <message>
      <source>Keep the articles of all files in a folder</source>
      <translation>احفظ مقالات جميع الملفات في مجلد</translation>
    </message>
    <message>
      <source>&amp;Analyze what is new in the library</source>
      <translation>&amp;حلّل الجديد في المكتبة</translation>
    </message>
    <message>
      <source>Find names and events in all that is not analyzed yet</source>
      <translation>ابحث عن الأسماء والأحداث في كل ما لم يُحلَّل بعد</translation>
    </message>
    <message>
      <source>&amp;Map</source>
      <translation>ال&amp;خريطة</translation>
    </message>
    <message>
      <source>Show the places on a map</source>
      <translation>عرض الأماكن على خريطة</translation>
    </message>
    <message>
      <source>&amp;Matrix of names</source>
      <translation>م&amp;صفوفة الأسماء</translation>
    </message>
    <message>
      <source>Show which name is mentioned in which paragraph</source>
      <translation>عرض الأسماء المذكورة في كل فقرة</translation>
    </message>
    <message>
      <source>&amp;Note…</source>
      <translation>&amp;ملاحظة…</translation>
    </message>
    <message>
      <source>Write a note on the selected words, or on the sentence</source>
      <translation>اكتب ملاحظة على الكلمات المحددة أو على الجملة</translation>
    </message>
    <message>
      <source>&amp;Highlight</source>
      <translation>&amp;تمييز</translation>
    </message>
    <message>
      <source>Highlight the selected words or the sentence, or undo it</source>
      <translation>ميّز الكلمات المحددة أو الجملة، أو أزل التمييز</translation>
    </message>
    <message>
      <source>&amp;Bookmark</source>
      <translation>إ&amp;شارة مرجعية</translation>
    </message>
    <message>
      <source>Set or remove a bookmark on the sentence</source>
      <translation>ضع إشارة مرجعية على الجملة أو أزلها</translation>
    </message>
    <message>
      <source>&amp;Notes and bookmarks</source>
      <translation>ا&amp;لملاحظات والإشارات</translation>
    </message>
    <message>
      <source>List notes, highlights and bookmarks</source>
      <translation>اعرض الملاحظات والتمييزات والإشارات</translation>
    </message>
    <message>
      <source>Export &amp;notes…</source>
      <translation>تصدير ال&amp;ملاحظات…</translation>
    </message>
    <message>
      <source>Write notes and bookmarks into a Markdown file</source>
      <translation>اكتب الملاحظات والإشارات في ملف Markdown</translation>
    </message>
    <message>
      <source>Re&amp;pair the display…</source>
      <translation>إص&amp;لاح العرض…</translation>
    </message>
    <message>
      <source>Turn reversed lines around and write letters as they are typed</source>
      <translation>اعكس السطور المقلوبة واكتب الحروف كما تُطبع</translation>
    </message>
    <message>
      <source>Open an a&amp;ddress…</source>
      <translation>فتح &amp;عنوان ويب…</translation>
    </message>
    <message>
      <source>Fetch a web page, after telling what is contacted</source>
      <translation>اجلب صفحة ويب بعد بيان من يُتصل به</translation>
    </message>
    <message>
      <source>&amp;Outline</source>
      <translation>&amp;فهرس العناوين</translation>
    </message>
    <message>
      <source>List the headings of the article, to go to</source>
      <translation>اعرض عناوين المقال للانتقال إليها</translation>
    </message>
    <message>
      <source>Go to an&amp;ything…</source>
      <translation>انتقال إلى أي &amp;شيء…</translation>
    </message>
    <message>
      <source>Find an action, a name, an event or a paragraph by typing</source>
      <translation>جِد إجراءً أو اسمًا أو حدثًا أو فقرة بالكتابة</translation>
    </message>
    <message>
      <source>&amp;Card of this word</source>
      <translation>&amp;بطاقة هذه الكلمة</translation>
    </message>
    <message>
      <source>Tell of the name, time or event at the caret or after it (in the article)</source>
      <translation>عرّف بالاسم أو التاريخ أو الحدث عند المشيرة أو بعدها (في المقال)</translation>
    </message>
    <message>
      <source>Cards under the &amp;pointer</source>
      <translation>بطاقات تحت ال&amp;مؤشر</translation>
    </message>
    <message>
      <source>Open a card where the pointer rests on a marked word</source>
      <translation>افتح بطاقة حيث يستقر المؤشر على كلمة مظللة</translation>
    </message>
    <message>
      <source>Pre&amp;ferences…</source>
      <translation>ال&amp;تفضيلات…</translation>
    </message>
    <message>
      <source>Choose font, colors, language, keys and more</source>
      <translation>اختر الخط والألوان واللغة والمفاتيح وغيرها</translation>
    </message>
    <message>
      <source>&amp;Print…</source>
      <translation>&amp;طباعة…</translation>
    </message>
    <message>
      <source>Print the article as it is painted</source>
      <translation>اطبع المقال كما هو ملوّن</translation>
    </message>
    <message>
      <source>Print pre&amp;view…</source>
      <translation>م&amp;عاينة الطباعة…</translation>
    </message>
    <message>
      <source>See the pages before they are printed</source>
      <translation>انظر إلى الصفحات قبل طباعتها</translation>
    </message>
    <message>
      <source>Save as P&amp;DF…</source>
      <translation>حفظ بصيغة &amp;PDF…</translation>
    </message>
    <message>
      <source>Save the article as a PDF as it is painted</source>
      <translation>احفظ المقال بصيغة PDF كما هو ملوّن</translation>
    </message>
    <message>
      <source>Propert&amp;ies…</source>
      <translation>&amp;خصائص…</translation>
    </message>
    <message>
      <source>Show what is known of the article's file</source>
      <translation>اعرض ما يُعرف عن ملف المقال</translation>
    </message>
    <message>
      <source>&amp;Whole web page</source>
      <translation>الصفحة &amp;كاملة</translation>
    </message>
    <message>
      <source>Read all text of a web page, or its article only</source>
      <translation>اقرأ كل نص صفحة الويب أو مقالها وحده</translation>
    </message>
    <message>
      <source>&amp;Highlights</source>
      <translation>&amp;التلوين</translation>
    </message>
    <message>
      <source>Paint what was found in the article, or the bare text</source>
      <translation>لوّن ما عُثر عليه في المقال، أو أظهر النص وحده</translation>
    </message>
    <message>
      <source>&amp;Diacritics</source>
      <translation>ال&amp;حركات</translation>
    </message>
    <message>
      <source>Show the diacritics, dim them, or hide them</source>
      <translation>أظهر الحركات أو خفّتها أو أخفها</translation>
    </message>
    <message>
      <source>N&amp;umbers in the margin</source>
      <translation>ت&amp;رقيم الهامش</translation>
    </message>
    <message>
      <source>Number the paragraphs, the sentences, or nothing</source>
      <translation>رقّم الفقرات أو الجمل أو لا شيء</translation>
    </message>
    <message>
      <source>F&amp;ocus</source>
      <translation>التر&amp;كيز</translation>
    </message>
    <message>
      <source>Dim all but the sentence that is read</source>
      <translation>خفّت كل شيء سوى الجملة المقروءة</translation>
    </message>
    <message>
      <source>F&amp;ull screen</source>
      <translation>م&amp;لء الشاشة</translation>
    </message>
    <message>
      <source>Give the window the whole screen, or take it back</source>
      <translation>أعط النافذة الشاشة كلها أو استعدها</translation>
    </message>
    <message>
      <source>&amp;Rules of the library…</source>
      <translation>&amp;قواعد المكتبة…</translation>
    </message>
    <message>
      <source>List what all articles of the library hear</source>
      <translation>اعرض ما يسري على كل مقالات المكتبة</translation>
    </message>
    <message>
      <source>Fee&amp;ds and watched folders…</source>
      <translation>المصاد&amp;ر والمجلدات المراقبة…</translation>
    </message>
    <message>
      <source>Follow feeds, and take in what comes into folders</source>
      <translation>تابع مصادر الأخبار، وأضف ما يصل إلى المجلدات</translation>
    </message>
    <message>
      <source>Ask the feeds for &amp;news</source>
      <translation>ا&amp;طلب الجديد من المصادر</translation>
    </message>
    <message>
      <source>Fetch what is new from the feeds that you follow</source>
      <translation>اجلب الجديد من مصادر الأخبار التي تتابعها</translation>
    </message>
    <message>
      <source>E&amp;xport the articles listed…</source>
      <translation>&amp;صدّر المقالات المعروضة…</translation>
    </message>
    <message>
      <source>Write them with all that you keep of them into a JSON Lines file</source>
      <translation>اكتبها مع كل ما تحفظه عنها في ملف JSON Lines</translation>
    </message>
    <message>
      <source>&amp;New tab</source>
      <translation>لسان &amp;جديد</translation>
    </message>
    <message>
      <source>Open an empty tab for another article</source>
      <translation>افتح لسانًا فارغًا لمقال آخر</translation>
    </message>
    <message>
      <source>Open in a ne&amp;w tab…</source>
      <translation>فتح في لسان &amp;آخر…</translation>
    </message>
    <message>
      <source>Open an article from a file in a tab of its own</source>
      <translation>افتح مقالًا من ملف في لسان خاص به</translation>
    </message>
    <message>
      <source>C&amp;lose the tab</source>
      <translation>إ&amp;غلاق اللسان</translation>
    </message>
    <message>
      <source>Close the article in sight</source>
      <translation>أغلق المقال الظاهر</translation>
    </message>
    <message>
      <source>Open the closed &amp;tab again</source>
      <translation>إعادة فتح اللسان الم&amp;غلق</translation>
    </message>
    <message>
      <source>Open the article that was closed last</source>
      <translation>افتح المقال الذي أُغلق أخيرًا</translation>
    </message>
    <message>
      <source>Next &amp;tab</source>
      <translation>اللسان ال&amp;تالي</translation>
    </message>
    <message>
      <source>Show the article in the next tab</source>
      <translation>أظهر المقال الذي في اللسان التالي</translation>
    </message>
    <message>
      <source>P&amp;revious tab</source>
      <translation>اللسان ال&amp;سابق</translation>
    </message>
    <message>
      <source>Show the article in the tab before</source>
      <translation>أظهر المقال الذي في اللسان السابق</translation>
    </message>
    <message>
      <source>&amp;Move the tab on</source>
      <translation>تقديم اللسا&amp;ن</translation>
    </message>
    <message>
      <source>Move the tab one place further</source>
      <translation>انقل اللسان موضعًا إلى الأمام</translation>
    </message>
    <message>
      <source>Move the tab bac&amp;k</source>
      <translation>تأخير اللسا&amp;ن</translation>
    </message>
    <message>
      <source>Move the tab one place back</source>
      <translation>انقل اللسان موضعًا إلى الوراء</translation>
    </message>
    <message>
      <source>&amp;Timeline</source>
      <translation>الخط ال&amp;زمني</translation>
    </message>
    <message>
      <source>Show the events on a time axis</source>
      <translation>عرض الأحداث على محور زمني</translation>
    </message>
    <message>
      <source>&amp;First steps</source>
      <translation>ال&amp;خطوات الأولى</translation>
    </message>
    <message>
      <source>Show the parts of the window one by one</source>
      <translation>أظهر أجزاء النافذة واحدًا واحدًا</translation>
    </message>
    <message>
      <source>Open the article's page on the &amp;web…</source>
      <translation>فتح صفحة المقال على ال&amp;ويب…</translation>
    </message>
    <message>
      <source>Ask, then open in the browser the address that the article names as its own</source>
      <translation>افتح في المتصفح، بعد السؤال، العنوان الذي يذكره المقال</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;ملف</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;تحرير</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;عرض</translation>
    </message>
    <message>
      <source>&amp;Desk</source>
      <translation>المن&amp;ضدة</translation>
    </message>
    <message>
      <source>&amp;Library</source>
      <translation>ال&amp;مكتبة</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>&amp;انتقال</translation>
    </message>
  </context>
  <context>
    <name>AddressDialog</name>
    <message>
      <source>Open an address</source>
      <translation>فتح عنوان ويب</translation>
    </message>
    <message>
      <source>Address of a web page, a feed or a file:</source>
      <translation>عنوان صفحة ويب أو خلاصة أو ملف:</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>العنوان</translation>
    </message>
    <message>
      <source>Allow addresses of my own network</source>
      <translation>السماح بعناوين شبكتي الخاصة</translation>
    </message>
    <message>
      <source>Such as this machine, a printer or a router; a page can mislead you there.</source>
      <translation>كهذا الجهاز أو طابعة أو موجّه؛ قد تضلك صفحة إليها.</translation>
    </message>
    <message>
      <source>Fetch it</source>
      <translation>اجلبه</translation>
    </message>
    <message>
      <source>Qari will contact {host}, which learns your network address and what you read. Nothing else on the page is fetched.</source>
      <translation>سيتصل قارئ بالموقع {host} فيعرف عنوان شبكتك وما تقرأ. لا يُجلب شيء آخر مما في الصفحة.</translation>
    </message>
    <message>
      <source>Only addresses that begin with http:// or https:// are fetched.</source>
      <translation>لا تُجلب إلا العناوين التي تبدأ بـ http:// أو https://.</translation>
    </message>
    <message>
      <source>Nothing is contacted before you choose “Fetch it”.</source>
      <translation>لا يُتصل بأحد قبل أن تختار «اجلبه».</translation>
    </message>
  </context>
  <context>
    <name>Addresses</name>
    <message>
      <source>Copied: {address}</source>
      <translation>نُسخ: {address}</translation>
    </message>
    <message>
      <source>To an address</source>
      <translation>إلى عنوان</translation>
    </message>
    <message>
      <source>An address, or the number of a sentence, such as s12:</source>
      <translation>عنوان، أو رقم جملة مثل s12:</translation>
    </message>
    <message>
      <source>This is no address: {text}</source>
      <translation>هذا ليس عنوانًا: {text}</translation>
    </message>
    <message>
      <source>No article that was opened here has this address.</source>
      <translation>لا مقال مما فُتح هنا له هذا العنوان.</translation>
    </message>
    <message>
      <source>The article ends before this place.</source>
      <translation>ينتهي المقال قبل هذا الموضع.</translation>
    </message>
  </context>
  <context>
    <name>AheadPage</name>
    <message>
      <source>Nothing is announced for this day or a later one.</source>
      <translation>لا شيء معلن لهذا اليوم أو لما بعده.</translation>
    </message>
    <message>
      <source>From</source>
      <translation>ابتداءً من</translation>
    </message>
    <message>
      <source>The day after which events are ahead</source>
      <translation>اليوم الذي تُعد الأحداث بعده قادمة</translation>
    </message>
  </context>
  <context>
    <name>Aloud</name>
    <message>
      <source>Reading aloud needs Speech Dispatcher with a voice such as espeak-ng.</source>
      <translation>القراءة بصوت تحتاج إلى Speech Dispatcher وصوت له مثل espeak-ng.</translation>
    </message>
    <message>
      <source>Reading aloud needs the speech extra: pip install qari[speech]</source>
      <translation>القراءة بصوت تحتاج إلى إضافة الصوت: pip install qari[speech]</translation>
    </message>
    <message>
      <source>The system has no Arabic voice; install one to be read to.</source>
      <translation>ليس في النظام صوت عربي؛ ثبّت صوتًا ليُقرأ لك.</translation>
    </message>
    <message>
      <source>The voice broke off; read aloud again to go on.</source>
      <translation>انقطع الصوت؛ شغّل القراءة بصوت ثانيةً لتواصل.</translation>
    </message>
  </context>
  <context>
    <name>ArticleTabs</name>
    <message>
      <source>No article</source>
      <translation>لا مقال</translation>
    </message>
    <message>
      <source>Open articles</source>
      <translation>المقالات المفتوحة</translation>
    </message>
  </context>
  <context>
    <name>ArticleView</name>
    <message>
      <source>Article</source>
      <translation>المقال</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;نسخ</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>تحديد ال&amp;كل</translation>
    </message>
  </context>
  <context>
    <name>BackupsDialog</name>
    <message>
      <source>Backups of the library</source>
      <translation>النسخ الاحتياطية من المكتبة</translation>
    </message>
    <message>
      <source>Backups, the last first</source>
      <translation>النسخ الاحتياطية، الأحدث أولًا</translation>
    </message>
    <message>
      <source>There is no backup yet.</source>
      <translation>لا توجد نسخة احتياطية بعد.</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>أنشئ نسخة الآن</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>استعادة…</translation>
    </message>
    <message>
      <source>damaged</source>
      <translation>تالفة</translation>
    </message>
  </context>
  <context>
    <name>BriefFeature</name>
    <message>
      <source>Brief</source>
      <translation>الموجز</translation>
    </message>
  </context>
  <context>
    <name>BriefView</name>
    <message>
      <source>Open an article to see a page on it.</source>
      <translation>افتح مقالًا لترى صفحة عنه.</translation>
    </message>
    <message>
      <source>Brief</source>
      <translation>الموجز</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>نسخ</translation>
    </message>
    <message>
      <source>Copy the brief as plain text</source>
      <translation>انسخ الموجز نصًا</translation>
    </message>
    <message>
      <source>Copy as Markdown</source>
      <translation>نسخ بصيغة Markdown</translation>
    </message>
    <message>
      <source>Copy the brief with its headings as Markdown</source>
      <translation>انسخ الموجز بعناوينه بصيغة Markdown</translation>
    </message>
  </context>
  <context>
    <name>CardDelegate</name>
    <message>
      <source>Who</source>
      <translation>مَن</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>أين</translation>
    </message>
    <message>
      <source>When</source>
      <translation>متى</translation>
    </message>
    <message>
      <source>Toll</source>
      <translation>الضحايا</translation>
    </message>
    <message>
      <source>Figures differ</source>
      <translation>أرقام متباينة</translation>
    </message>
    <message>
      <source>If</source>
      <translation>بشرط</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>المصدر</translation>
    </message>
  </context>
  <context>
    <name>ChoiceMenu</name>
    <message>
      <source>As the system</source>
      <translation>مثل النظام</translation>
    </message>
  </context>
  <context>
    <name>Clicks</name>
    <message>
      <source>A copy. Click to go to the first copy.</source>
      <translation>نسخة مكررة. انقر للانتقال إلى النسخة الأولى.</translation>
    </message>
  </context>
  <context>
    <name>Compare</name>
    <message>
      <source>number</source>
      <translation>عدد</translation>
    </message>
    <message>
      <source>name</source>
      <translation>اسم</translation>
    </message>
    <message>
      <source>attribution</source>
      <translation>إسناد</translation>
    </message>
    <message>
      <source>date</source>
      <translation>تاريخ</translation>
    </message>
    <message>
      <source>negation</source>
      <translation>نفي</translation>
    </message>
    <message>
      <source>title</source>
      <translation>لقب</translation>
    </message>
    <message>
      <source>words</source>
      <translation>كلمات</translation>
    </message>
    <message>
      <source>spelling</source>
      <translation>رسم</translation>
    </message>
    <message>
      <source>punctuation</source>
      <translation>علامات</translation>
    </message>
    <message>
      <source>{kind}: {old} → {new}</source>
      <translation>{kind}: {old} ← {new}</translation>
    </message>
    <message>
      <source>{kind}: − {old}</source>
      <translation>{kind}: − {old}</translation>
    </message>
    <message>
      <source>{kind}: + {new}</source>
      <translation>{kind}: + {new}</translation>
    </message>
    <message>
      <source>the same words</source>
      <translation>مطابقة</translation>
    </message>
    <message>
      <source>nearly the same</source>
      <translation>شبه مطابقة</translation>
    </message>
    <message>
      <source>a sentence inside other text</source>
      <translation>جملة ضمن نص آخر</translation>
    </message>
  </context>
  <context>
    <name>CompareFeature</name>
    <message>
      <source>Compare</source>
      <translation>المقارنة</translation>
    </message>
    <message>
      <source>Compare with the first copy</source>
      <translation>قارن بالنسخة الأولى</translation>
    </message>
  </context>
  <context>
    <name>CompareView</name>
    <message>
      <source>Nothing in this article is repeated.</source>
      <translation>لا شيء مكررًا في هذا المقال.</translation>
    </message>
    <message>
      <source>No word differs.</source>
      <translation>لا تختلف أي كلمة.</translation>
    </message>
    <message>
      <source>{percent} alike</source>
      <translation>تشابه {percent}</translation>
    </message>
    <message>
      <source>Previous repeat</source>
      <translation>المكرر السابق</translation>
    </message>
    <message>
      <source>Next repeat</source>
      <translation>المكرر التالي</translation>
    </message>
    <message>
      <source>First copy</source>
      <translation>النسخة الأولى</translation>
    </message>
    <message>
      <source>Repeat</source>
      <translation>المكرر</translation>
    </message>
    <message>
      <source>Go to the first copy in the article</source>
      <translation>انتقل إلى النسخة الأولى في المقال</translation>
    </message>
    <message>
      <source>Go to the repeat in the article</source>
      <translation>انتقل إلى المكرر في المقال</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>الفروق</translation>
    </message>
  </context>
  <context>
    <name>Concordance</name>
    <message>
      <source>Sentence</source>
      <translation>الجملة</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>ما قبلها</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>الكلمات</translation>
    </message>
    <message>
      <source>After</source>
      <translation>ما بعدها</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>النسخ</translation>
    </message>
  </context>
  <context>
    <name>ConcordanceFeature</name>
    <message>
      <source>Concordance</source>
      <translation>كشاف الكلمات</translation>
    </message>
    <message>
      <source>List every place of this</source>
      <translation>اعرض كل مواضع هذا</translation>
    </message>
    <message>
      <source>Save the concordance</source>
      <translation>حفظ كشاف الكلمات</translation>
    </message>
    <message>
      <source>Tables (*.tsv *.txt);;All files (*)</source>
      <translation>جداول (*.tsv *.txt);;كل الملفات (*)</translation>
    </message>
  </context>
  <context>
    <name>ConcordanceView</name>
    <message>
      <source>Name…</source>
      <translation>اسم…</translation>
    </message>
    <message>
      <source>Events…</source>
      <translation>أحداث…</translation>
    </message>
    <message>
      <source>Type words, or choose a name or a kind of event, to see every place.</source>
      <translation>اكتب كلمات أو اختر اسمًا أو نوع حدث لترى كل مواضعه.</translation>
    </message>
    <message>
      <source>The article does not have this.</source>
      <translation>لا يرد هذا في المقال.</translation>
    </message>
    <message>
      <source>Words; hamza and diacritics do not matter</source>
      <translation>كلمات؛ الهمزة والتشكيل لا يؤثران</translation>
    </message>
    <message>
      <source>Words to look for</source>
      <translation>الكلمات المطلوبة</translation>
    </message>
    <message>
      <source>Name to look for</source>
      <translation>الاسم المطلوب</translation>
    </message>
    <message>
      <source>Kind of event to look for</source>
      <translation>نوع الحدث المطلوب</translation>
    </message>
    <message>
      <source>Places in their context</source>
      <translation>المواضع في سياقها</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>نسخ</translation>
    </message>
    <message>
      <source>Copy the selected lines, or all, as a table</source>
      <translation>انسخ السطور المحددة، أو كلها، جدولًا</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>حفظ…</translation>
    </message>
    <message>
      <source>Save the selected lines, or all, as a table</source>
      <translation>احفظ السطور المحددة، أو كلها، جدولًا</translation>
    </message>
  </context>
  <context>
    <name>ContentsPage</name>
    <message>
      <source>Articles in {name}</source>
      <translation>مقالات في {name}</translation>
    </message>
    <message>
      <source>No article has these words.</source>
      <translation>لا مقال فيه هذه الكلمات.</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>إظهار الكل</translation>
    </message>
    <message>
      <source>No article could be read.</source>
      <translation>لم يمكن قراءة أي مقال.</translation>
    </message>
    <message numerus="yes">
      <source>Open %n in tabs</source>
      <translation>
        <numerusform>افتح في ألسنة</numerusform>
        <numerusform>افتح واحدًا في لسان</numerusform>
        <numerusform>افتح اثنين في لسانين</numerusform>
        <numerusform>افتح %n في ألسنة</numerusform>
        <numerusform>افتح %n في ألسنة</numerusform>
        <numerusform>افتح %n في ألسنة</numerusform>
      </translation>
    </message>
    <message>
      <source>Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>Words of a title, an author or a part's name</source>
      <translation>كلمات من عنوان أو كاتب أو اسم جزء</translation>
    </message>
    <message>
      <source>Words to look for</source>
      <translation>كلمات البحث</translation>
    </message>
    <message>
      <source>Articles of the file</source>
      <translation>مقالات الملف</translation>
    </message>
    <message>
      <source>Could not be read:</source>
      <translation>تعذرت قراءته:</translation>
    </message>
    <message>
      <source>Parts that could not be read</source>
      <translation>أجزاء تعذرت قراءتها</translation>
    </message>
    <message>
      <source>Back to the article</source>
      <translation>عودة إلى المقال</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>إيقاف</translation>
    </message>
  </context>
  <context>
    <name>Corrections</name>
    <message>
      <source>Add a name</source>
      <translation>إضافة اسم</translation>
    </message>
    <message>
      <source>Add a date…</source>
      <translation>إضافة تاريخ…</translation>
    </message>
    <message>
      <source>Add an event</source>
      <translation>إضافة حدث</translation>
    </message>
    <message>
      <source>Give {name} these edges</source>
      <translation>اجعل هذه حدود {name}</translation>
    </message>
    <message>
      <source>Add a name in all places ({count})</source>
      <translation>إضافة اسم في كل المواضع ({count})</translation>
    </message>
    <message>
      <source>Change the type only here</source>
      <translation>تغيير النوع هنا فقط</translation>
    </message>
    <message>
      <source>Remove this mention</source>
      <translation>حذف هذا الموضع</translation>
    </message>
    <message>
      <source>Remove all mentions ({count})</source>
      <translation>حذف كل المواضع ({count})</translation>
    </message>
    <message>
      <source>Change the type</source>
      <translation>تغيير النوع</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>إعادة تسمية…</translation>
    </message>
    <message>
      <source>Merge into another name…</source>
      <translation>دمج في اسم آخر…</translation>
    </message>
    <message>
      <source>Split off</source>
      <translation>فصل</translation>
    </message>
    <message>
      <source>only this mention</source>
      <translation>هذا الموضع فقط</translation>
    </message>
    <message>
      <source>Change the date…</source>
      <translation>تغيير التاريخ…</translation>
    </message>
    <message>
      <source>Remove the date</source>
      <translation>حذف التاريخ</translation>
    </message>
    <message>
      <source>Edit the event…</source>
      <translation>تحرير الحدث…</translation>
    </message>
    <message>
      <source>Change the event's type</source>
      <translation>تغيير نوع الحدث</translation>
    </message>
    <message>
      <source>Another event than where else told</source>
      <translation>حدث آخر غير المذكور في المواضع الأخرى</translation>
    </message>
    <message>
      <source>Remove the event</source>
      <translation>حذف الحدث</translation>
    </message>
    <message>
      <source>The same event as…</source>
      <translation>الحدث نفسه الذي في…</translation>
    </message>
    <message>
      <source>{words} in sentence {number}</source>
      <translation>{words} في الجملة {number}</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>التصحيحات</translation>
    </message>
    <message>
      <source>Undo history</source>
      <translation>سجل التراجع</translation>
    </message>
    <message>
      <source>As it was opened</source>
      <translation>كما فُتح</translation>
    </message>
    <message>
      <source>&amp;Undo: {words}</source>
      <translation>ت&amp;راجع: {words}</translation>
    </message>
    <message>
      <source>&amp;Redo: {words}</source>
      <translation>إ&amp;عادة: {words}</translation>
    </message>
    <message>
      <source>Select words, or click on what was found, first.</source>
      <translation>حدد كلمات أو انقر على ما وُجد أولًا.</translation>
    </message>
    <message>
      <source>Revert: {words}</source>
      <translation>رجوع عن: {words}</translation>
    </message>
    <message>
      <source>What you correct and note cannot be kept beside the article ({problem}). It is kept in your own folder instead:</source>
      <translation>تعذر حفظ تصحيحاتك وملاحظاتك بجانب المقال ({problem}). حُفظت بدلًا من ذلك في مجلدك:</translation>
    </message>
    <message>
      <source>Add the name {words} ({type})</source>
      <translation>إضافة الاسم {words} ({type})</translation>
    </message>
    <message>
      <source>Remove the name {words}</source>
      <translation>حذف الاسم {words}</translation>
    </message>
    <message>
      <source>Change the edges of {words} to {other}</source>
      <translation>تغيير حدود {words} إلى {other}</translation>
    </message>
    <message>
      <source>Change the type of {words} to {type}</source>
      <translation>تغيير نوع {words} إلى {type}</translation>
    </message>
    <message>
      <source>Merge {words} into {other}</source>
      <translation>دمج {words} في {other}</translation>
    </message>
    <message>
      <source>Split {words} off {other}</source>
      <translation>فصل {words} عن {other}</translation>
    </message>
    <message>
      <source>Rename {words} to {other}</source>
      <translation>تسمية {words} باسم {other}</translation>
    </message>
    <message>
      <source>Set the date {words} to {other}</source>
      <translation>ضبط التاريخ {words} على {other}</translation>
    </message>
    <message>
      <source>Remove the date {words}</source>
      <translation>حذف التاريخ {words}</translation>
    </message>
    <message>
      <source>Correct the event {words}</source>
      <translation>تصحيح الحدث {words}</translation>
    </message>
    <message>
      <source>Remove the event {words}</source>
      <translation>حذف الحدث {words}</translation>
    </message>
    <message>
      <source>Take {words} and {other} for one event</source>
      <translation>عدّ {words} و{other} حدثًا واحدًا</translation>
    </message>
    <message>
      <source>Take {words} for another event than {other}</source>
      <translation>عدّ {words} حدثًا غير {other}</translation>
    </message>
    <message>
      <source>Set the day of writing to {other}</source>
      <translation>ضبط يوم الكتابة على {other}</translation>
    </message>
    <message>
      <source>Work the day of writing out from the text</source>
      <translation>استنتاج يوم الكتابة من النص</translation>
    </message>
    <message numerus="yes">
      <source>%n correction(s) no longer fit the text</source>
      <translation>
        <numerusform>كل التصحيحات تطابق النص</numerusform>
        <numerusform>تصحيح واحد لم يعد يطابق النص</numerusform>
        <numerusform>تصحيحان لم يعودا يطابقان النص</numerusform>
        <numerusform>%n تصحيحات لم تعد تطابق النص</numerusform>
        <numerusform>%n تصحيحًا لم تعد تطابق النص</numerusform>
        <numerusform>%n تصحيح لم تعد تطابق النص</numerusform>
      </translation>
    </message>
    <message>
      <source>the text no longer has this place</source>
      <translation>لم يعد هذا الموضع في النص</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>إعادة تسمية</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>الاسم</translation>
    </message>
    <message>
      <source>The name that its other forms stand under:</source>
      <translation>الاسم الذي تندرج تحته صوره الأخرى:</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>دمج</translation>
    </message>
    <message>
      <source>{name} is the same as:</source>
      <translation>{name} هو نفسه:</translation>
    </message>
    <message>
      <source>Search names</source>
      <translation>ابحث في الأسماء</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>الأسماء</translation>
    </message>
    <message>
      <source>{name} is the same event as:</source>
      <translation>{name} هو نفسه حدث:</translation>
    </message>
    <message>
      <source>Search events</source>
      <translation>ابحث في الأحداث</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>الأحداث</translation>
    </message>
    <message>
      <source>Date or time</source>
      <translation>تاريخ أو وقت</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>القيمة</translation>
    </message>
    <message>
      <source>Part</source>
      <translation>الجزء</translation>
    </message>
    <message>
      <source>Write it as {examples}.</source>
      <translation>اكتبها هكذا: {examples}.</translation>
    </message>
    <message>
      <source>It means: {days}</source>
      <translation>المعنى: {days}</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>حدث</translation>
    </message>
    <message>
      <source>negated: it did not happen, or will not</source>
      <translation>منفي: لم يحدث أو لن يحدث</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>When</source>
      <translation>متى</translation>
    </message>
    <message>
      <source>no date</source>
      <translation>بلا تاريخ</translation>
    </message>
    <message>
      <source>Who takes part</source>
      <translation>من يشارك</translation>
    </message>
    <message>
      <source>Words of the sentence</source>
      <translation>كلمات الجملة</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>الدور</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>تاريخ</translation>
    </message>
    <message>
      <source>Time of day</source>
      <translation>وقت من اليوم</translation>
    </message>
    <message>
      <source>Length of time</source>
      <translation>مدة</translation>
    </message>
    <message>
      <source>Repeated time</source>
      <translation>وقت متكرر</translation>
    </message>
    <message>
      <source>the whole</source>
      <translation>كله</translation>
    </message>
    <message>
      <source>the start of it</source>
      <translation>بدايته</translation>
    </message>
    <message>
      <source>the middle of it</source>
      <translation>وسطه</translation>
    </message>
    <message>
      <source>the end of it</source>
      <translation>نهايته</translation>
    </message>
    <message>
      <source>about then</source>
      <translation>نحو ذلك</translation>
    </message>
    <message>
      <source>before it</source>
      <translation>قبله</translation>
    </message>
    <message>
      <source>after it</source>
      <translation>بعده</translation>
    </message>
    <message>
      <source>at that time</source>
      <translation>في ذلك الوقت</translation>
    </message>
    <message>
      <source>before that time</source>
      <translation>قبل ذلك الوقت</translation>
    </message>
    <message>
      <source>after that time</source>
      <translation>بعد ذلك الوقت</translation>
    </message>
    <message>
      <source>within that time</source>
      <translation>خلال ذلك الوقت</translation>
    </message>
    <message>
      <source>takes no part</source>
      <translation>لا يشارك</translation>
    </message>
    <message>
      <source>actor</source>
      <translation>فاعل</translation>
    </message>
    <message>
      <source>target</source>
      <translation>مستهدف</translation>
    </message>
    <message>
      <source>takes part</source>
      <translation>مشارك</translation>
    </message>
    <message>
      <source>place</source>
      <translation>مكان</translation>
    </message>
  </context>
  <context>
    <name>CorrectionsList</name>
    <message>
      <source>Nothing was corrected yet. Right-click a name, a date or an event word.</source>
      <translation>لم يُصحح شيء بعد. انقر بالزر الأيمن على اسم أو تاريخ أو كلمة حدث.</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>التصحيحات</translation>
    </message>
    <message>
      <source>Revert</source>
      <translation>رجوع عنه</translation>
    </message>
    <message>
      <source>Take this correction back</source>
      <translation>ارجع عن هذا التصحيح</translation>
    </message>
    <message>
      <source>Go to</source>
      <translation>انتقال</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>The program has a fault</source>
      <translation>في البرنامج خلل</translation>
    </message>
    <message>
      <source>Something went wrong that is the program's fault. A report would hold the lines below and nothing else, and stays on this machine. Write it?</source>
      <translation>حدث خلل سببه البرنامج. سيحوي التقرير الأسطر أدناه لا غير، ويبقى على هذا الجهاز. أتريد كتابته؟</translation>
    </message>
    <message>
      <source>What the report would hold</source>
      <translation>ما سيحويه التقرير</translation>
    </message>
    <message>
      <source>Write the report</source>
      <translation>اكتب التقرير</translation>
    </message>
    <message>
      <source>Do not write it</source>
      <translation>لا تكتبه</translation>
    </message>
    <message>
      <source>It could not be written: {reason}</source>
      <translation>تعذرت كتابته: {reason}</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>كُتب: {path}</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message>
      <source>Who with whom</source>
      <translation>من مع من</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>الخريطة</translation>
    </message>
    <message>
      <source>Matrix</source>
      <translation>المصفوفة</translation>
    </message>
    <message>
      <source>Names by paragraph</source>
      <translation>الأسماء حسب الفقرات</translation>
    </message>
    <message>
      <source>List all sentences of the name</source>
      <translation>سرد كل جمل الاسم</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>العناوين</translation>
    </message>
    <message>
      <source>Headings</source>
      <translation>عناوين المقال</translation>
    </message>
    <message>
      <source>The file of this article has no headings.</source>
      <translation>لا عناوين في ملف هذا المقال.</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>الخط الزمني</translation>
    </message>
    <message>
      <source>Go to the event</source>
      <translation>الانتقال إلى الحدث</translation>
    </message>
    <message>
      <source>Views of the article</source>
      <translation>عروض المقال</translation>
    </message>
    <message>
      <source>Give the desk all the height, or the article its own</source>
      <translation>إعطاء المنضدة الارتفاع كله، أو إعادة ارتفاع المقال</translation>
    </message>
    <message>
      <source>Close the desk</source>
      <translation>إغلاق المنضدة</translation>
    </message>
  </context>
  <context>
    <name>EmptyPage</name>
    <message>
      <source>No article is open</source>
      <translation>لا مقال مفتوح</translation>
    </message>
    <message>
      <source>Open a file (text, web page, PDF, Word, e-book, mail, feed…), drop some here, or paste an article.</source>
      <translation>افتح ملفًا (نص، صفحة ويب، PDF، Word، كتاب، بريد، خلاصة…) أو أفلت ملفات هنا أو الصق مقالًا.</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>فتح…</translation>
    </message>
    <message>
      <source>Paste an article</source>
      <translation>لصق مقال</translation>
    </message>
    <message>
      <source>Open an address…</source>
      <translation>فتح عنوان ويب…</translation>
    </message>
  </context>
  <context>
    <name>EntitiesPanel</name>
    <message>
      <source>Names</source>
      <translation>الأسماء</translation>
    </message>
    <message>
      <source>Clear the filter</source>
      <translation>امحُ البحث</translation>
    </message>
    <message>
      <source>Open an article to see whom and what it names.</source>
      <translation>افتح مقالًا لترى الأسماء الواردة فيه.</translation>
    </message>
    <message>
      <source>No name matches the filter.</source>
      <translation>لا اسم يوافق البحث.</translation>
    </message>
    <message>
      <source>No names were found in this article.</source>
      <translation>لم يُعثر على أسماء في هذا المقال.</translation>
    </message>
    <message>
      <source>Filter names</source>
      <translation>ابحث في الأسماء</translation>
    </message>
    <message>
      <source>Names in the article</source>
      <translation>الأسماء في المقال</translation>
    </message>
    <message>
      <source>Order of names</source>
      <translation>ترتيب الأسماء</translation>
    </message>
    <message>
      <source>Previous mention (Shift+F3)</source>
      <translation>الذكر السابق (Shift+F3)</translation>
    </message>
    <message>
      <source>Next mention (F3)</source>
      <translation>الذكر التالي (F3)</translation>
    </message>
    <message>
      <source>By count</source>
      <translation>حسب العدد</translation>
    </message>
    <message>
      <source>In text order</source>
      <translation>ترتيب النص</translation>
    </message>
  </context>
  <context>
    <name>EntityDelegate</name>
    <message>
      <source>Split {name} off: it names another</source>
      <translation>افصل {name}: يسمي شيئًا آخر</translation>
    </message>
  </context>
  <context>
    <name>ErrorPage</name>
    <message>
      <source>The article could not be read</source>
      <translation>تعذرت قراءة المقال</translation>
    </message>
    <message>
      <source>Make text of the pictures (OCR)</source>
      <translation>استخراج النص من الصور (OCR)</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>إعادة المحاولة</translation>
    </message>
    <message>
      <source>Back to the article</source>
      <translation>العودة إلى المقال</translation>
    </message>
    <message>
      <source>Open another…</source>
      <translation>فتح ملف آخر…</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>Your corrections and notes could not be read or written:</source>
      <translation>تعذرت قراءة تصحيحاتك وملاحظاتك أو كتابتها:</translation>
    </message>
    <message>
      <source>Your corrections and notes were damaged. The damaged file is kept as {name}.</source>
      <translation>تصحيحاتك وملاحظاتك تالفة. حُفظ الملف التالف باسم {name}.</translation>
    </message>
    <message>
      <source>the clipboard</source>
      <translation>الحافظة</translation>
    </message>
    <message>
      <source>no such file; check the name</source>
      <translation>لا يوجد ملف بهذا الاسم؛ تحقق من الاسم</translation>
    </message>
    <message>
      <source>no file can have this name</source>
      <translation>لا يمكن أن يكون لملف هذا الاسم</translation>
    </message>
    <message>
      <source>this is a folder; name a file in it</source>
      <translation>هذا مجلد؛ اختر ملفًا فيه</translation>
    </message>
    <message>
      <source>you may not read this file; check its rights</source>
      <translation>لا يُسمح لك بقراءة هذا الملف؛ تحقق من صلاحياته</translation>
    </message>
    <message>
      <source>the file is empty; choose one that holds an article</source>
      <translation>الملف فارغ؛ اختر ملفًا فيه مقال</translation>
    </message>
    <message>
      <source>this is a binary file, not text; open the text of it</source>
      <translation>هذا ملف ثنائي وليس نصًا؛ افتح نصه</translation>
    </message>
    <message>
      <source>this is not text in UTF-8, UTF-16, windows-1256 or ISO-8859-6; save it as UTF-8 text</source>
      <translation>ليس هذا نصًا بترميز UTF-8 أو UTF-16 أو windows-1256 أو ISO-8859-6؛ احفظه نصًا بترميز UTF-8</translation>
    </message>
    <message>
      <source>there is no text in it; copy an article first</source>
      <translation>لا نص فيها؛ انسخ مقالًا أولًا</translation>
    </message>
    <message>
      <source>there is no text in it</source>
      <translation>لا نص فيه</translation>
    </message>
    <message>
      <source>there is no article in it</source>
      <translation>لا مقال فيه</translation>
    </message>
    <message>
      <source>there is no article in this feed</source>
      <translation>لا مقال في هذه الخلاصة</translation>
    </message>
    <message>
      <source>there is no message in this mailbox</source>
      <translation>لا رسالة في صندوق البريد هذا</translation>
    </message>
    <message>
      <source>there is no page in this archive</source>
      <translation>لا صفحة في هذا الأرشيف</translation>
    </message>
    <message>
      <source>this is no text but another file of Office</source>
      <translation>هذا ملف مكتبي آخر وليس نصًا</translation>
    </message>
    <message>
      <source>this is an OpenDocument file, but no text</source>
      <translation>هذا ملف OpenDocument لكنه ليس نصًا</translation>
    </message>
    <message>
      <source>this is no list of feeds (OPML)</source>
      <translation>هذه ليست قائمة خلاصات (OPML)</translation>
    </message>
    <message>
      <source>this is no message: it has no headers</source>
      <translation>هذه ليست رسالة: لا ترويسات فيها</translation>
    </message>
    <message>
      <source>it is encrypted; open it with its password</source>
      <translation>معمّى؛ افتحه بكلمة سره</translation>
    </message>
    <message>
      <source>it is encrypted; open it with its password and save it without</source>
      <translation>معمّى؛ افتحه بكلمة سره واحفظه بلا كلمة سر</translation>
    </message>
    <message>
      <source>it is protected against copying (DRM); open it in the shop's program</source>
      <translation>محمي من النسخ (DRM)؛ افتحه في برنامج المتجر</translation>
    </message>
    <message>
      <source>its mark says {0}, but byte {1} is not; save it as UTF-8 text</source>
      <translation>علامته تقول {0} لكن البايت {1} ليس كذلك؛ احفظه نصًا بترميز UTF-8</translation>
    </message>
    <message>
      <source>it is not in {0}; choose another encoding</source>
      <translation>ليس بترميز {0}؛ اختر ترميزًا آخر</translation>
    </message>
    <message>
      <source>it is larger than {0} MB; open a part of it</source>
      <translation>أكبر من {0} ميغابايت؛ افتح جزءًا منه</translation>
    </message>
    <message>
      <source>it is damaged: {0}</source>
      <translation>تالف: {0}</translation>
    </message>
    <message>
      <source>cannot be written: {0}</source>
      <translation>تعذرت كتابته: {0}</translation>
    </message>
    <message>
      <source>Reading it made its parser crash. It is damaged, or made to do harm.</source>
      <translation>انهار القارئ عند قراءته. الملف تالف أو صُنع للإضرار.</translation>
    </message>
    <message>
      <source>Reading it takes too long. It is damaged, or made to do harm.</source>
      <translation>تطول قراءته أكثر مما يجوز. الملف تالف أو صُنع للإضرار.</translation>
    </message>
    <message>
      <source>Reading it takes more memory than a file may have. Open a part of it.</source>
      <translation>تحتاج قراءته ذاكرة أكثر مما يجوز. افتح جزءًا منه.</translation>
    </message>
    <message>
      <source>It is too large, or nested too deep. Open a part of it.</source>
      <translation>أكبر مما يجوز أو متداخل أعمق مما يجوز. افتح جزءًا منه.</translation>
    </message>
    <message>
      <source>It is damaged. Open it in its own program and save it anew.</source>
      <translation>تالف. افتحه في برنامجه واحفظه من جديد.</translation>
    </message>
    <message>
      <source>It is encrypted. Open it with its password and save it without.</source>
      <translation>معمّى. افتحه بكلمة سره واحفظه بلا كلمة سر.</translation>
    </message>
    <message>
      <source>It is of no format that is read. Save it as text.</source>
      <translation>ليس بصيغة تُقرأ. احفظه نصًا.</translation>
    </message>
    <message>
      <source>The library that reads such files is missing.</source>
      <translation>المكتبة التي تقرأ مثل هذه الملفات غير موجودة.</translation>
    </message>
    <message>
      <source>Reading it reached for what no file may. It is made to do harm.</source>
      <translation>حاولت قراءته الوصول إلى ما لا يجوز لملف. صُنع للإضرار.</translation>
    </message>
    <message>
      <source>Its pages are pictures without text: it needs OCR, which the program ocrmypdf does where it is installed.</source>
      <translation>صفحاته صور بلا نص: يحتاج إلى التعرف الضوئي على الحروف (OCR)، وهو ما يفعله برنامج ocrmypdf حيث يكون مثبتًا.</translation>
    </message>
    <message>
      <source>This is no address that is fetched. Check it.</source>
      <translation>هذا ليس عنوانًا يُجلب. تحقق منه.</translation>
    </message>
    <message>
      <source>The site broke off its answer. Try again later.</source>
      <translation>قطع الموقع جوابه. حاول لاحقًا.</translation>
    </message>
    <message>
      <source>What the site sent could not be unpacked.</source>
      <translation>تعذر فك ما أرسله الموقع.</translation>
    </message>
    <message>
      <source>This is no text. Choose a page, a feed or a file.</source>
      <translation>هذا ليس نصًا. اختر صفحة أو خلاصة أو ملفًا.</translation>
    </message>
    <message>
      <source>It lies in your own network. Allow that in the dialog if you mean it.</source>
      <translation>يقع في شبكتك الخاصة. اسمح بذلك في مربع الحوار إن كنت تقصده.</translation>
    </message>
    <message>
      <source>The site leads on to where no page is.</source>
      <translation>يحيل الموقع إلى حيث لا صفحة.</translation>
    </message>
    <message>
      <source>The site asks programs to stay away. Open the page in a browser, save it, and open the file.</source>
      <translation>يطلب الموقع من البرامج الابتعاد. افتح الصفحة في متصفح واحفظها ثم افتح الملف.</translation>
    </message>
    <message>
      <source>The site did not give the page. Check the address.</source>
      <translation>لم يعطِ الموقع الصفحة. تحقق من العنوان.</translation>
    </message>
    <message>
      <source>The site did not answer in time. Try again later.</source>
      <translation>لم يجب الموقع في الوقت المتاح. حاول لاحقًا.</translation>
    </message>
    <message>
      <source>The site's certificate is not to be trusted; nothing was read.</source>
      <translation>شهادة الموقع غير موثوقة؛ لم يُقرأ شيء.</translation>
    </message>
    <message>
      <source>The page is too large. Save it in a browser and open the file.</source>
      <translation>الصفحة أكبر مما يجوز. احفظها في متصفح وافتح الملف.</translation>
    </message>
    <message>
      <source>The site cannot be reached. Check the address and the connection.</source>
      <translation>تعذر الوصول إلى الموقع. تحقق من العنوان والاتصال.</translation>
    </message>
  </context>
  <context>
    <name>EventsSidebar</name>
    <message>
      <source>Show all events again, not only: {which}</source>
      <translation>إظهار كل الأحداث من جديد، لا هذه وحدها: {which}</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>الحال</translation>
    </message>
    <message>
      <source>Everyone</source>
      <translation>كل الأطراف</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>الأحداث</translation>
    </message>
    <message>
      <source>Clear filters</source>
      <translation>امحُ المرشحات</translation>
    </message>
    <message>
      <source>Open an article to see what happened in it.</source>
      <translation>افتح مقالًا لترى ما جرى فيه.</translation>
    </message>
    <message>
      <source>No event meets the filters.</source>
      <translation>لا حدث يوافق المرشحات.</translation>
    </message>
    <message>
      <source>No events were found in this article. Its names are in the entities panel.</source>
      <translation>لم يُعثر على أحداث في هذا المقال. أسماؤه في لوحة الأسماء.</translation>
    </message>
    <message>
      <source>Filter events by words</source>
      <translation>ابحث في الأحداث</translation>
    </message>
    <message>
      <source>Events of the article</source>
      <translation>أحداث المقال</translation>
    </message>
    <message>
      <source>Who takes part</source>
      <translation>المشاركون</translation>
    </message>
    <message>
      <source>Order of events</source>
      <translation>ترتيب الأحداث</translation>
    </message>
    <message>
      <source>Previous mention</source>
      <translation>الذكر السابق</translation>
    </message>
    <message>
      <source>Next mention</source>
      <translation>الذكر التالي</translation>
    </message>
    <message>
      <source>Text order</source>
      <translation>ترتيب النص</translation>
    </message>
    <message>
      <source>By date</source>
      <translation>حسب التاريخ</translation>
    </message>
    <message>
      <source>By type</source>
      <translation>حسب النوع</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Page with highlights (HTML)</source>
      <translation>صفحة ملوّنة (HTML)</translation>
    </message>
    <message>
      <source>Text with marks (Markdown)</source>
      <translation>نص بعلامات (Markdown)</translation>
    </message>
    <message>
      <source>JSON (all findings)</source>
      <translation>كل ما وُجد (JSON)</translation>
    </message>
    <message>
      <source>JSON on one line</source>
      <translation>كل ما وُجد في سطر واحد (JSONL)</translation>
    </message>
    <message>
      <source>Table of names (CSV)</source>
      <translation>جدول الأسماء (CSV)</translation>
    </message>
    <message>
      <source>Table of events (CSV)</source>
      <translation>جدول الأحداث (CSV)</translation>
    </message>
    <message>
      <source>Table of times (CSV)</source>
      <translation>جدول الأزمنة (CSV)</translation>
    </message>
    <message>
      <source>Workbook (XLSX)</source>
      <translation>مصنف جداول (XLSX)</translation>
    </message>
    <message>
      <source>Document with highlights (DOCX)</source>
      <translation>مستند ملوّن (DOCX)</translation>
    </message>
    <message>
      <source>Gold annotations</source>
      <translation>ترميز معياري (JSON)</translation>
    </message>
    <message>
      <source>Words with labels (BIO)</source>
      <translation>كلمات بوسومها (BIO)</translation>
    </message>
    <message>
      <source>Places (GeoJSON)</source>
      <translation>الأماكن (GeoJSON)</translation>
    </message>
    <message>
      <source>Dated events (iCalendar)</source>
      <translation>الأحداث المؤرخة (iCalendar)</translation>
    </message>
    <message>
      <source>Who did what to whom (GraphML)</source>
      <translation>من فعل ماذا بمن (GraphML)</translation>
    </message>
    <message>
      <source>Linked data (JSON-LD, schema.org)</source>
      <translation>بيانات مترابطة (JSON-LD)</translation>
    </message>
    <message>
      <source>Annotations for brat (zip)</source>
      <translation>ترميز لبرنامج brat (zip)</translation>
    </message>
    <message>
      <source>Web Annotations (W3C)</source>
      <translation>حواشي الويب (W3C)</translation>
    </message>
    <message>
      <source>UIMA CAS (XMI in a zip)</source>
      <translation>ترميز UIMA CAS (XMI، zip)</translation>
    </message>
    <message>
      <source>Events by PLOVER (POLECAT rows)</source>
      <translation>الأحداث بحسب PLOVER (POLECAT)</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Being made…</source>
      <translation>يجري الإعداد…</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>تصدير</translation>
    </message>
    <message>
      <source>Choose a form; the file is shown as it will be written.</source>
      <translation>اختر صيغة؛ يظهر الملف كما سيُكتب.</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>الصيغ</translation>
    </message>
    <message>
      <source>Beginning of the file</source>
      <translation>أول الملف</translation>
    </message>
    <message>
      <source>Save…</source>
      <translation>حفظ…</translation>
    </message>
  </context>
  <context>
    <name>ExportFeature</name>
    <message>
      <source>Export</source>
      <translation>تصدير</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>حُفظ: {name}</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Find in the article</source>
      <translation>ابحث في المقال</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>النتيجة التالية</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>النتيجة السابقة</translation>
    </message>
    <message>
      <source>Close the search</source>
      <translation>إغلاق البحث</translation>
    </message>
    <message>
      <source>searching…</source>
      <translation>جارٍ البحث…</translation>
    </message>
    <message>
      <source>not found</source>
      <translation>لا نتائج</translation>
    </message>
  </context>
  <context>
    <name>Folding</name>
    <message numerus="yes">
      <source>%n repeated paragraph(s)</source>
      <translation>
        <numerusform>لا فقرات مكررة</numerusform>
        <numerusform>فقرة مكررة</numerusform>
        <numerusform>فقرتان مكررتان</numerusform>
        <numerusform>%n فقرات مكررة</numerusform>
        <numerusform>%n فقرة مكررة</numerusform>
        <numerusform>%n فقرة مكررة</numerusform>
      </translation>
    </message>
    <message>
      <source>differs: {words}</source>
      <translation>تختلف: {words}</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <source>Text</source>
      <translation>نص</translation>
    </message>
    <message>
      <source>Markdown</source>
      <translation>نص Markdown</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation>صفحة ويب</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>ملف PDF</translation>
    </message>
    <message>
      <source>Word document</source>
      <translation>مستند Word</translation>
    </message>
    <message>
      <source>OpenDocument text</source>
      <translation>مستند OpenDocument</translation>
    </message>
    <message>
      <source>Rich text</source>
      <translation>نص منسق (RTF)</translation>
    </message>
    <message>
      <source>E-book</source>
      <translation>كتاب إلكتروني</translation>
    </message>
    <message>
      <source>Feed (RSS, Atom)</source>
      <translation>خلاصة أخبار (RSS، Atom)</translation>
    </message>
    <message>
      <source>JSON Feed</source>
      <translation>خلاصة JSON</translation>
    </message>
    <message>
      <source>List of feeds (OPML)</source>
      <translation>قائمة خلاصات (OPML)</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>رسالة بريد</translation>
    </message>
    <message>
      <source>Mailbox</source>
      <translation>صندوق بريد</translation>
    </message>
    <message>
      <source>Web archive (WARC)</source>
      <translation>أرشيف ويب (WARC)</translation>
    </message>
    <message>
      <source>Archive (ZIP)</source>
      <translation>أرشيف مضغوط (ZIP)</translation>
    </message>
    <message>
      <source>JSON</source>
      <translation>سجلات JSON</translation>
    </message>
    <message>
      <source>Lines of JSON</source>
      <translation>سطور JSON</translation>
    </message>
    <message>
      <source>Table (CSV, TSV)</source>
      <translation>جدول (CSV، TSV)</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>كل المقالات</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>كل الملفات (*)</translation>
    </message>
  </context>
  <context>
    <name>Graph</name>
    <message>
      <source>tells of it</source>
      <translation>يروي</translation>
    </message>
    <message>
      <source>{actors} with {targets}</source>
      <translation>{actors} مع {targets}</translation>
    </message>
    <message>
      <source>{actors} tells of {targets}</source>
      <translation>{actors} يتحدث عن {targets}</translation>
    </message>
    <message>
      <source>deals with: {names}</source>
      <translation>على صلة بـ: {names}</translation>
    </message>
    <message>
      <source>Nobody deals with anybody in this article.</source>
      <translation>لا أحد في هذا المقال على صلة بأحد.</translation>
    </message>
    <message>
      <source>Not shown — {counts}</source>
      <translation>غير ظاهر — {counts}</translation>
    </message>
  </context>
  <context>
    <name>GraphPanel</name>
    <message>
      <source>Events</source>
      <translation>الأحداث</translation>
    </message>
    <message>
      <source>Who deals with whom</source>
      <translation>من مع من</translation>
    </message>
    <message>
      <source>Arrows: from party to party. Page Up and Page Down: their links. Enter: go there.</source>
      <translation>الأسهم: من طرف إلى طرف. Page Up وPage Down: صلاته. Enter: الذهاب إليه.</translation>
    </message>
    <message>
      <source>How often a party is named at least</source>
      <translation>أقل عدد لذكر الطرف</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>الأسماء</translation>
    </message>
    <message>
      <source>Show names only, not other words</source>
      <translation>إظهار الأسماء وحدها دون سائر الكلمات</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>المصادر</translation>
    </message>
    <message>
      <source>Show who tells of it too</source>
      <translation>إظهار من يروي الحدث أيضًا</translation>
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>A reader for Arabic news. Everything stays on this machine.

Apache-2.0. The fonts are under the SIL Open Font License.</source>
      <translation>قارئ للأخبار العربية. كل شيء يبقى على هذا الجهاز.

الترخيص Apache-2.0. والخطوط برخصة SIL للخطوط المفتوحة.</translation>
    </message>
    <message>
      <source>Qari</source>
      <translation>قارئ</translation>
    </message>
    <message>
      <source>About Qari</source>
      <translation>عن قارئ</translation>
    </message>
  </context>
  <context>
    <name>HelpWindow</name>
    <message>
      <source>Help</source>
      <translation>المساعدة</translation>
    </message>
    <message>
      <source>Search the help</source>
      <translation>ابحث في المساعدة</translation>
    </message>
    <message>
      <source>Pages of the help</source>
      <translation>صفحات المساعدة</translation>
    </message>
    <message>
      <source>Page of the help</source>
      <translation>صفحة المساعدة</translation>
    </message>
  </context>
  <context>
    <name>HintsLayer</name>
    <message>
      <source>Letters on what can be clicked</source>
      <translation>حروف على ما يُنقر</translation>
    </message>
  </context>
  <context>
    <name>Lanes</name>
    <message numerus="yes">
      <source>%n mention(s) of what is chosen</source>
      <translation>
        <numerusform>لا ذكر للمختار</numerusform>
        <numerusform>ذكر واحد للمختار</numerusform>
        <numerusform>ذكران للمختار</numerusform>
        <numerusform>%n مرات ذكر للمختار</numerusform>
        <numerusform>%n مرة ذكر للمختار</numerusform>
        <numerusform>%n مرة ذكر للمختار</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event word(s)</source>
      <translation>
        <numerusform>لا كلمات أحداث</numerusform>
        <numerusform>كلمة حدث واحدة</numerusform>
        <numerusform>كلمتا حدث</numerusform>
        <numerusform>%n كلمات أحداث</numerusform>
        <numerusform>%n كلمة حدث</numerusform>
        <numerusform>%n كلمة حدث</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n repeated passage(s)</source>
      <translation>
        <numerusform>لا مقاطع مكررة</numerusform>
        <numerusform>مقطع مكرر</numerusform>
        <numerusform>مقطعان مكرران</numerusform>
        <numerusform>%n مقاطع مكررة</numerusform>
        <numerusform>%n مقطعًا مكررًا</numerusform>
        <numerusform>%n مقطع مكرر</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n search hit(s)</source>
      <translation>
        <numerusform>لا نتائج بحث</numerusform>
        <numerusform>نتيجة بحث واحدة</numerusform>
        <numerusform>نتيجتا بحث</numerusform>
        <numerusform>%n نتائج بحث</numerusform>
        <numerusform>%n نتيجة بحث</numerusform>
        <numerusform>%n نتيجة بحث</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <source>Show or hide: {name}</source>
      <translation>أظهر أو أخفِ: {name}</translation>
    </message>
    <message>
      <source>All</source>
      <translation>الكل</translation>
    </message>
    <message>
      <source>Show every highlight</source>
      <translation>أظهر كل التمييز</translation>
    </message>
    <message>
      <source>None</source>
      <translation>لا شيء</translation>
    </message>
    <message>
      <source>Hide every highlight</source>
      <translation>أخفِ كل التمييز</translation>
    </message>
  </context>
  <context>
    <name>Libraries</name>
    <message>
      <source>Put the backup in the place of the library? The library as it is now is kept beside it under another name.</source>
      <translation>هل توضع النسخة الاحتياطية مكان المكتبة؟ تبقى المكتبة كما هي الآن بجانبها باسم آخر.</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>المكتبة</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>استعادة</translation>
    </message>
    <message>
      <source>Restored.</source>
      <translation>تمت الاستعادة.</translation>
    </message>
    <message>
      <source>What was there is now {name}.</source>
      <translation>ما كان هناك صار {name}.</translation>
    </message>
    <message>
      <source>Open a library, or name a new one</source>
      <translation>افتح مكتبة أو سمِّ مكتبة جديدة</translation>
    </message>
    <message>
      <source>Libraries (*.qari)</source>
      <translation>مكتبات (*.qari)</translation>
    </message>
  </context>
  <context>
    <name>Library</name>
    <message>
      <source>Another program keeps the library. Close that one, or try again.</source>
      <translation>برنامج آخر يمسك بالمكتبة. أغلقه أو حاول من جديد.</translation>
    </message>
    <message>
      <source>The disk is full. Make room and try again.</source>
      <translation>القرص ممتلئ. أفرغ مكانًا وحاول من جديد.</translation>
    </message>
    <message>
      <source>The library can only be read here. Copy it elsewhere to change it.</source>
      <translation>المكتبة هنا للقراءة فقط. انسخها إلى مكان آخر لتغيّرها.</translation>
    </message>
    <message>
      <source>The library is damaged. Restore a backup.</source>
      <translation>المكتبة تالفة. استعد نسخة احتياطية.</translation>
    </message>
    <message>
      <source>The library was made by a later version of the program. It was left as it is.</source>
      <translation>أنشأ هذه المكتبة إصدار أحدث من البرنامج، وقد تُركت كما هي.</translation>
    </message>
    <message>
      <source>The file is no library.</source>
      <translation>الملف ليس مكتبة.</translation>
    </message>
    <message>
      <source>It is not there any more.</source>
      <translation>لم يعد موجودًا.</translation>
    </message>
    <message>
      <source>The library cannot be opened or written. Is its folder still there?</source>
      <translation>لا يمكن فتح المكتبة أو الكتابة فيها. أما زال مجلدها موجودًا؟</translation>
    </message>
    <message>
      <source>Taking in files</source>
      <translation>إدخال الملفات</translation>
    </message>
    <message>
      <source>Analyzing articles</source>
      <translation>تحليل المقالات</translation>
    </message>
    <message>
      <source>Making a backup</source>
      <translation>إنشاء نسخة احتياطية</translation>
    </message>
    <message>
      <source>Restoring a backup</source>
      <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
      <source>Asking the feeds</source>
      <translation>طلب الجديد من المصادر</translation>
    </message>
    <message>
      <source>Writing the articles</source>
      <translation>كتابة المقالات</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>حسب اليوم</translation>
    </message>
    <message>
      <source>By when added</source>
      <translation>حسب وقت الإضافة</translation>
    </message>
    <message>
      <source>By title</source>
      <translation>حسب العنوان</translation>
    </message>
    <message>
      <source>damaged</source>
      <translation>تالف</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>غير مقروء</translation>
    </message>
    <message>
      <source>All words must be there, in any spelling.
"words in quotes": one after the other
begin*: words that begin so
one OR other; -word: without it
title: text: entity: event: place: person: source: tag: before a word
unread:yes
from: to: on: before: after: a day, month or year, such as 2024-05</source>
      <translation>يجب أن ترد كل الكلمات، بأي إملاء.
"كلمات بين علامتي اقتباس": متتالية
بداية*: كلمات تبدأ هكذا
كلمة OR أخرى؛ -كلمة: من دونها
title: text: entity: event: place: person: source: tag: قبل الكلمة
unread:yes: غير المقروء
from: to: on: before: after: يوم أو شهر أو سنة، مثل 2024-05</translation>
    </message>
  </context>
  <context>
    <name>LibraryFeature</name>
    <message>
      <source>Library</source>
      <translation>المكتبة</translation>
    </message>
    <message>
      <source>Kept in the library.</source>
      <translation>حُفظ في المكتبة.</translation>
    </message>
    <message>
      <source>The library has it.</source>
      <translation>المقال في المكتبة من قبل.</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>الوسم</translation>
    </message>
    <message>
      <source>A tag for the articles that are chosen:</source>
      <translation>وسم للمقالات المختارة:</translation>
    </message>
    <message>
      <source>Take the chosen articles out of the library, with their notes?</source>
      <translation>هل تُخرَج المقالات المختارة من المكتبة مع ملاحظاتها؟</translation>
    </message>
    <message>
      <source>Take out</source>
      <translation>إخراج</translation>
    </message>
    <message>
      <source>Take files into the library</source>
      <translation>إدخال ملفات إلى المكتبة</translation>
    </message>
    <message>
      <source>Take a folder into the library</source>
      <translation>إدخال مجلد إلى المكتبة</translation>
    </message>
  </context>
  <context>
    <name>LibraryFilters</name>
    <message>
      <source>Unread only</source>
      <translation>غير المقروء فقط</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>المصدر</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>الوسم</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>شخص</translation>
    </message>
    <message>
      <source>Organization</source>
      <translation>منظمة</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>مكان</translation>
    </message>
    <message>
      <source>Kind of event</source>
      <translation>نوع الحدث</translation>
    </message>
    <message>
      <source>Show all articles</source>
      <translation>اعرض كل المقالات</translation>
    </message>
  </context>
  <context>
    <name>LibraryPanel</name>
    <message>
      <source>No article answers this.</source>
      <translation>لا يوافق هذا أي مقال.</translation>
    </message>
    <message>
      <source>Show all articles</source>
      <translation>اعرض كل المقالات</translation>
    </message>
    <message>
      <source>Nothing is kept yet. Keep the article that you read with Ctrl+Alt+K, or take in files and folders by the menu ⋯.</source>
      <translation>لم يُحفظ شيء بعد. احفظ المقال الذي تقرؤه بـ Ctrl+Alt+K، أو أدخل ملفات ومجلدات من القائمة ⋯.</translation>
    </message>
    <message>
      <source>This library can only be read; nothing is kept in it.</source>
      <translation>هذه المكتبة للقراءة فقط، ولا يُحفظ فيها شيء.</translation>
    </message>
    <message>
      <source>Some of what you kept is damaged. A backup may still have it.</source>
      <translation>بعض ما حفظته تالف. ربما ما زال في نسخة احتياطية.</translation>
    </message>
    <message>
      <source>Looked for as words: {parts}</source>
      <translation>بُحث عنه بوصفه كلمات: {parts}</translation>
    </message>
    <message>
      <source>Go on taking files in</source>
      <translation>تابع إدخال الملفات</translation>
    </message>
    <message>
      <source>Go on with the analysis</source>
      <translation>تابع التحليل</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>تصفية</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>أوقف مؤقتا</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>أوقف</translation>
    </message>
    <message>
      <source>Mark as read</source>
      <translation>علّمه مقروءًا</translation>
    </message>
    <message>
      <source>Mark as unread</source>
      <translation>علّمه غير مقروء</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>افتح</translation>
    </message>
    <message>
      <source>Open in a new tab</source>
      <translation>افتح في لسان جديد</translation>
    </message>
    <message>
      <source>Tag…</source>
      <translation>وسم…</translation>
    </message>
    <message>
      <source>Take out of the library…</source>
      <translation>أخرجه من المكتبة…</translation>
    </message>
    <message>
      <source>Take the tag {tag} off</source>
      <translation>أزل الوسم {tag}</translation>
    </message>
    <message>
      <source>Search the library</source>
      <translation>ابحث في المكتبة</translation>
    </message>
    <message>
      <source>Articles of the library</source>
      <translation>مقالات المكتبة</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>الترتيب</translation>
    </message>
    <message>
      <source>More of the library</source>
      <translation>المزيد من المكتبة</translation>
    </message>
  </context>
  <context>
    <name>LineList</name>
    <message>
      <source>Go to the sentence</source>
      <translation>الذهاب إلى الجملة</translation>
    </message>
    <message>
      <source>Open its page</source>
      <translation>فتح صفحته</translation>
    </message>
    <message>
      <source>Copy this line</source>
      <translation>نسخ هذا السطر</translation>
    </message>
    <message>
      <source>Copy all lines</source>
      <translation>نسخ كل السطور</translation>
    </message>
  </context>
  <context>
    <name>LinkDialog</name>
    <message>
      <source>Open a web address</source>
      <translation>فتح عنوان على الويب</translation>
    </message>
    <message>
      <source>Site: {host}</source>
      <translation>الموقع: {host}</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>العنوان</translation>
    </message>
    <message>
      <source>Open in the browser</source>
      <translation>فتح في المتصفح</translation>
    </message>
  </context>
  <context>
    <name>Links</name>
    <message>
      <source>Your browser will open the page that this article names as its own.</source>
      <translation>سيفتح متصفحك الصفحة التي يذكر المقال أنها صفحته.</translation>
    </message>
    <message>
      <source>Only addresses of web pages and of mail are opened, not this one.</source>
      <translation>لا تُفتح إلا عناوين صفحات الويب والبريد، وهذا ليس منها.</translation>
    </message>
    <message>
      <source>What stands before @ in it is not the site's name; the site is {name}.</source>
      <translation>ما قبل @ في العنوان ليس اسم الموقع؛ الموقع هو {name}.</translation>
    </message>
    <message>
      <source>The name {name} mixes alphabets.</source>
      <translation>الاسم {name} يخلط بين أبجديات مختلفة.</translation>
    </message>
    <message>
      <source>The name {name} is not in Latin letters, but may look so.</source>
      <translation>الاسم {name} ليس بحروف لاتينية وإن بدا كذلك.</translation>
    </message>
    <message>
      <source>It is not encrypted: others can see what is read there.</source>
      <translation>الاتصال غير مشفّر: قد يرى غيرك ما تقرؤه هناك.</translation>
    </message>
  </context>
  <context>
    <name>LoadingPage</name>
    <message>
      <source>Reading the article</source>
      <translation>تجري قراءة المقال</translation>
    </message>
    <message>
      <source>Text is made of pictures; that takes a while for each page.</source>
      <translation>يُستخرج النص من الصور؛ ويستغرق ذلك وقتًا لكل صفحة.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
  </context>
  <context>
    <name>LookupDialog</name>
    <message>
      <source>Your browser will open this address and tell the site that you look for {name}.</source>
      <translation>سيفتح متصفحك هذا العنوان، فيعلم الموقع أنك تبحث عن {name}.</translation>
    </message>
    <message>
      <source>Look up in a web encyclopedia</source>
      <translation>بحث في موسوعة على الويب</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>The program has a fault. Please report it with these lines:</source>
      <translation>في البرنامج خلل. أبلغ عنه من فضلك مع هذه الأسطر:</translation>
    </message>
    <message>
      <source>Stopped. F5 reads the article again.</source>
      <translation>توقف التحليل. يعيد F5 قراءة المقال.</translation>
    </message>
    <message>
      <source>Qari</source>
      <translation>قارئ</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>الأدوات</translation>
    </message>
    <message>
      <source>Colors</source>
      <translation>الألوان</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>اللغة</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>المقال</translation>
    </message>
  </context>
  <context>
    <name>MapPanel</name>
    <message>
      <source>Map of the places</source>
      <translation>خريطة الأماكن</translation>
    </message>
    <message>
      <source>Arrows: from place to place. Shift and arrows: move the map. Enter: go there.</source>
      <translation>الأسهم: من مكان إلى مكان. Shift مع الأسهم: تحريك الخريطة. Enter: الذهاب إليه.</translation>
    </message>
    <message>
      <source>How many events happen at each place</source>
      <translation>عدد الأحداث في كل مكان</translation>
    </message>
  </context>
  <context>
    <name>MapView</name>
    <message>
      <source>{number} km</source>
      <translation>{number} كم</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>No names are known yet.</source>
      <translation>لم تُعرف أسماء بعد.</translation>
    </message>
    <message>
      <source>name / paragraph</source>
      <translation>الاسم / الفقرة</translation>
    </message>
  </context>
  <context>
    <name>MiniMap</name>
    <message>
      <source>Where it lies</source>
      <translation>موقعه على الخريطة</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Note</source>
      <translation>ملاحظة</translation>
    </message>
    <message>
      <source>Write what you want to keep of these words</source>
      <translation>اكتب ما تريد حفظه عن هذه الكلمات</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>حفظ</translation>
    </message>
  </context>
  <context>
    <name>Notes</name>
    <message>
      <source>Notes</source>
      <translation>الملاحظات</translation>
    </message>
    <message>
      <source>Highlight</source>
      <translation>تمييز</translation>
    </message>
    <message>
      <source>Edit the note…</source>
      <translation>تحرير الملاحظة…</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>ملاحظة…</translation>
    </message>
    <message>
      <source>Remove the highlight</source>
      <translation>إزالة التمييز</translation>
    </message>
    <message>
      <source>Remove the bookmark</source>
      <translation>إزالة الإشارة</translation>
    </message>
    <message>
      <source>Bookmark this sentence</source>
      <translation>ضع إشارة على هذه الجملة</translation>
    </message>
    <message>
      <source>Remove: {words}</source>
      <translation>إزالة: {words}</translation>
    </message>
    <message>
      <source>Export notes</source>
      <translation>تصدير الملاحظات</translation>
    </message>
    <message>
      <source>Bookmark</source>
      <translation>إشارة مرجعية</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>أصفر</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>أخضر</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>أزرق</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>وردي</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>ملاحظة</translation>
    </message>
    <message>
      <source>{kind}: {words}</source>
      <translation>{kind}: {words}</translation>
    </message>
    <message>
      <source>sentence {number}</source>
      <translation>الجملة {number}</translation>
    </message>
    <message>
      <source>the text no longer has these words here</source>
      <translation>لم تعد هذه الكلمات هنا في النص</translation>
    </message>
  </context>
  <context>
    <name>NotesPanel</name>
    <message>
      <source>No note holds these words.</source>
      <translation>لا ملاحظة فيها هذه الكلمات.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>امسح البحث</translation>
    </message>
    <message>
      <source>Select words and press Ctrl+Alt+N to write a note, Ctrl+Alt+H to highlight them, Ctrl+D to set a bookmark.</source>
      <translation>حدد كلمات واضغط ⁦Ctrl+Alt+N⁩ لكتابة ملاحظة، و⁦Ctrl+Alt+H⁩ لتمييزها، و⁦Ctrl+D⁩ لوضع إشارة مرجعية.</translation>
    </message>
    <message>
      <source>Search notes</source>
      <translation>ابحث في الملاحظات</translation>
    </message>
    <message>
      <source>Notes and bookmarks</source>
      <translation>الملاحظات والإشارات</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>تحرير…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>حذف</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>تصدير…</translation>
    </message>
    <message>
      <source>Write the notes into a Markdown file</source>
      <translation>اكتب الملاحظات في ملف Markdown</translation>
    </message>
  </context>
  <context>
    <name>NoticeBar</name>
    <message numerus="yes">
      <source>%n thing(s) to know of this article</source>
      <translation>
        <numerusform>لا شيء يُعلم عن هذا المقال</numerusform>
        <numerusform>أمر واحد يُعلم عن هذا المقال</numerusform>
        <numerusform>أمران يُعلمان عن هذا المقال</numerusform>
        <numerusform>%n أمور تُعلم عن هذا المقال</numerusform>
        <numerusform>%n أمرًا يُعلم عن هذا المقال</numerusform>
        <numerusform>%n أمر يُعلم عن هذا المقال</numerusform>
      </translation>
    </message>
    <message>
      <source>Details</source>
      <translation>تفاصيل</translation>
    </message>
    <message>
      <source>Close the notice</source>
      <translation>إغلاق التنبيه</translation>
    </message>
    <message>
      <source>List all that is to know</source>
      <translation>اعرض كل ما يُعلم</translation>
    </message>
    <message>
      <source>What is to know of this article</source>
      <translation>ما يُعلم عن هذا المقال</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <source>The text was repaired for display; its file is as it was.</source>
      <translation>أُصلح النص للعرض؛ وملفه كما كان.</translation>
    </message>
    <message>
      <source>Show the original</source>
      <translation>عرض الأصل</translation>
    </message>
    <message>
      <source>Lines of this text stand in reverse order.</source>
      <translation>سطور هذا النص مقلوبة الترتيب.</translation>
    </message>
    <message>
      <source>This text is written in drawn shapes of letters.</source>
      <translation>هذا النص مكتوب بأشكال الحروف المرسومة.</translation>
    </message>
    <message>
      <source>Repair the display…</source>
      <translation>إصلاح العرض…</translation>
    </message>
    <message>
      <source>Make text of the pictures (OCR)</source>
      <translation>استخراج النص من الصور (OCR)</translation>
    </message>
    <message>
      <source>Notes that readers put on pages are left out: {0}</source>
      <translation>تُركت ملاحظات وضعها قراء على الصفحات: {0}</translation>
    </message>
    <message>
      <source>An attachment is not read: {0}</source>
      <translation>مرفق لم يُقرأ: {0}</translation>
    </message>
    <message>
      <source>Files that are attached to it are left out: {0}</source>
      <translation>تُركت ملفات مرفقة به: {0}</translation>
    </message>
    <message>
      <source>Some bytes are not {0}; they are shown as missing letters</source>
      <translation>بعض البايتات ليست {0} وتظهر كعلامات حروف ناقصة</translation>
    </message>
    <message>
      <source>It is too long: what follows page {0} is not read</source>
      <translation>أطول مما يجوز: ما بعد الصفحة {0} لم يُقرأ</translation>
    </message>
    <message>
      <source>The feed is damaged; what of it could be read is read</source>
      <translation>الخلاصة تالفة؛ قُرئ منها ما أمكن</translation>
    </message>
    <message>
      <source>it cannot be read</source>
      <translation>تعذرت قراءتها</translation>
    </message>
    <message>
      <source>A document that is embedded in this one is left out</source>
      <translation>تُرك مستند مضمّن في هذا المستند</translation>
    </message>
    <message>
      <source>The file is younger than its text; its day is not taken for the article's</source>
      <translation>الملف أحدث من نصه؛ لم يُؤخذ يومه تاريخًا للمقال</translation>
    </message>
    <message>
      <source>The page is read as plain text, without headings, lists and tables</source>
      <translation>قُرئت الصفحة نصًا بسيطًا بلا عناوين وقوائم وجداول</translation>
    </message>
    <message>
      <source>Pages about the book are left out: {0}</source>
      <translation>تُركت صفحات عن الكتاب: {0}</translation>
    </message>
    <message>
      <source>No field is called as texts are; the longest is shown: {0}</source>
      <translation>لا حقل باسم من أسماء النصوص؛ يظهر أطولها: {0}</translation>
    </message>
    <message>
      <source>Text that its writer has hidden is left out</source>
      <translation>تُرك نص أخفاه كاتبه</translation>
    </message>
    <message>
      <source>A part is not well-formed, and some may be missing: {0}</source>
      <translation>جزء غير سليم البنية قد ينقص منه شيء: {0}</translation>
    </message>
    <message>
      <source>no text, only pictures: it needs OCR</source>
      <translation>بلا نص، صور فقط: تحتاج إلى التعرف الضوئي على الحروف</translation>
    </message>
    <message>
      <source>No article was found in the page; all of it is read</source>
      <translation>لم يُعثر على مقال في الصفحة؛ قُرئت كلها</translation>
    </message>
    <message>
      <source>A part of the file was refused: {0}</source>
      <translation>رُفض جزء من الملف: {0}</translation>
    </message>
    <message>
      <source>The text was repaired for display; its file is as it was</source>
      <translation>أُصلح النص للعرض؛ وملفه كما كان</translation>
    </message>
    <message>
      <source>Words of the page outside its article are left out: {0}</source>
      <translation>كلمات في الصفحة خارج مقالها تُركت: {0}</translation>
    </message>
    <message>
      <source>What stands on every page is left out: {0}</source>
      <translation>تُرك ما يتكرر في كل صفحة: {0}</translation>
    </message>
    <message>
      <source>What stands across the page is left out: {0}</source>
      <translation>تُرك ما يقف بعرض الصفحة: {0}</translation>
    </message>
    <message>
      <source>The file does not say which letters some signs are: {0}</source>
      <translation>لا يقول الملف أي حروف هي بعض العلامات: {0}</translation>
    </message>
    <message>
      <source>The file says that it is {0}, but it reads as {1}</source>
      <translation>يقول الملف إنه {0} لكنه يُقرأ {1}</translation>
    </message>
    <message>
      <source>Page {page}: {words}</source>
      <translation>الصفحة {page}: {words}</translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>from the clipboard</source>
      <translation>من الحافظة</translation>
    </message>
    <message>
      <source>Open articles</source>
      <translation>فتح مقالات</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>لا شيء بعد</translation>
    </message>
    <message>
      <source>There is no text on the clipboard. Copy an article first.</source>
      <translation>لا نص في الحافظة. انسخ مقالًا أولًا.</translation>
    </message>
    <message>
      <source>Recent articles</source>
      <translation>المقالات الأخيرة</translation>
    </message>
  </context>
  <context>
    <name>PaintedPanel</name>
    <message>
      <source>Larger (+)</source>
      <translation>تكبير (+)</translation>
    </message>
    <message>
      <source>Smaller (-)</source>
      <translation>تصغير (-)</translation>
    </message>
    <message>
      <source>Show all (0)</source>
      <translation>إظهار الكل (0)</translation>
    </message>
    <message>
      <source>Show as text</source>
      <translation>عرض كنص</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>نسخ</translation>
    </message>
    <message>
      <source>Save the picture</source>
      <translation>حفظ الصورة</translation>
    </message>
    <message>
      <source>Copy the picture</source>
      <translation>نسخ الصورة</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>نسخ كنص</translation>
    </message>
    <message>
      <source>As a drawing (SVG)…</source>
      <translation>كرسم (SVG)…</translation>
    </message>
    <message>
      <source>As an image (PNG)…</source>
      <translation>كصورة (PNG)…</translation>
    </message>
    <message>
      <source>The picture in words</source>
      <translation>الصورة بالكلمات</translation>
    </message>
    <message>
      <source>Copied as text.</source>
      <translation>نُسخت كنص.</translation>
    </message>
    <message>
      <source>The picture is copied.</source>
      <translation>نُسخت الصورة.</translation>
    </message>
    <message>
      <source>Drawings (*.svg)</source>
      <translation>رسوم (*.svg)</translation>
    </message>
    <message>
      <source>Images (*.png)</source>
      <translation>صور (*.png)</translation>
    </message>
    <message>
      <source>Saved: {path}</source>
      <translation>حُفظت: {path}</translation>
    </message>
    <message>
      <source>The picture could not be saved as {path}: {reason}</source>
      <translation>تعذر حفظ الصورة باسم {path}: {reason}</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Type an action, a name, an event or words of a paragraph</source>
      <translation>اكتب إجراءً أو اسمًا أو حدثًا أو كلمات من فقرة</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>ما عُثر عليه</translation>
    </message>
    <message>
      <source>Nothing is called that.</source>
      <translation>لا شيء بهذا الاسم.</translation>
    </message>
  </context>
  <context>
    <name>PaletteModel</name>
    <message>
      <source>action</source>
      <translation>إجراء</translation>
    </message>
    <message>
      <source>name</source>
      <translation>اسم</translation>
    </message>
    <message>
      <source>event</source>
      <translation>حدث</translation>
    </message>
    <message>
      <source>paragraph</source>
      <translation>فقرة</translation>
    </message>
    <message>
      <source>file</source>
      <translation>ملف</translation>
    </message>
  </context>
  <context>
    <name>Peek</name>
    <message>
      <source>Here</source>
      <translation>هنا</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>الصفة</translation>
    </message>
    <message>
      <source>Stands for</source>
      <translation>كناية عن</translation>
    </message>
    <message>
      <source>Held by</source>
      <translation>يشغله</translation>
    </message>
    <message>
      <source>Mentions</source>
      <translation>ورد</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>الأحداث</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>الثقة</translation>
    </message>
    <message>
      <source>From</source>
      <translation>نسبة إلى</translation>
    </message>
    <message>
      <source>Part of</source>
      <translation>جزء من</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>الصيغ</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>الموقع</translation>
    </message>
    <message>
      <source>May be</source>
      <translation>قد يكون</translation>
    </message>
    <message>
      <source>Known as</source>
      <translation>معرّفات</translation>
    </message>
    <message>
      <source>Means</source>
      <translation>المعنى</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>الأيام</translation>
    </message>
    <message>
      <source>Months</source>
      <translation>الشهر</translation>
    </message>
    <message>
      <source>Hijri</source>
      <translation>بالهجري</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>القيمة</translation>
    </message>
    <message>
      <source>Because</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>The text disagrees</source>
      <translation>النص يخالف</translation>
    </message>
    <message>
      <source>Article written</source>
      <translation>تاريخ المقال</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>من</translation>
    </message>
    <message>
      <source>To whom</source>
      <translation>تجاه من</translation>
    </message>
    <message>
      <source>Also</source>
      <translation>أيضًا</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>أين</translation>
    </message>
    <message>
      <source>When</source>
      <translation>متى</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>المصدر</translation>
    </message>
    <message>
      <source>Toll</source>
      <translation>الضحايا</translation>
    </message>
    <message>
      <source>Figures differ</source>
      <translation>أرقام متباينة</translation>
    </message>
    <message>
      <source>If</source>
      <translation>بشرط</translation>
    </message>
    <message>
      <source>Told</source>
      <translation>ورد</translation>
    </message>
    <message>
      <source>{time} (from the context)</source>
      <translation>{time} (من السياق)</translation>
    </message>
    <message>
      <source>almost always right</source>
      <translation>صحيح في كل الحالات تقريبًا</translation>
    </message>
    <message>
      <source>right in most cases</source>
      <translation>صحيح في معظم الحالات</translation>
    </message>
    <message>
      <source>often right</source>
      <translation>صحيح غالبًا</translation>
    </message>
    <message>
      <source>may well be wrong</source>
      <translation>قد يكون خطأ</translation>
    </message>
    <message>
      <source>{form}: {reason}</source>
      <translation>{form}: {reason}</translation>
    </message>
    <message>
      <source>{name} ({where})</source>
      <translation>{name} ({where})</translation>
    </message>
    <message>
      <source>Egypt and the Gulf</source>
      <translation>مصر والخليج</translation>
    </message>
    <message>
      <source>Levant and Iraq</source>
      <translation>الشام والعراق</translation>
    </message>
    <message>
      <source>Tunisia and Algeria</source>
      <translation>تونس والجزائر</translation>
    </message>
    <message>
      <source>Morocco</source>
      <translation>المغرب</translation>
    </message>
  </context>
  <context>
    <name>PeekCard</name>
    <message>
      <source>Previous mention</source>
      <translation>الذكر السابق</translation>
    </message>
    <message>
      <source>Next mention</source>
      <translation>الذكر التالي</translation>
    </message>
    <message>
      <source>Sentences</source>
      <translation>الجمل</translation>
    </message>
    <message>
      <source>List all sentences</source>
      <translation>اعرض كل الجمل</translation>
    </message>
    <message>
      <source>Why?</source>
      <translation>لماذا؟</translation>
    </message>
    <message>
      <source>Show why the program says so</source>
      <translation>اعرض سبب قول البرنامج بهذا</translation>
    </message>
    <message>
      <source>Copy the card as text</source>
      <translation>انسخ البطاقة نصًا</translation>
    </message>
    <message>
      <source>Correct…</source>
      <translation>تصحيح…</translation>
    </message>
    <message>
      <source>Correct this finding</source>
      <translation>صحح هذه النتيجة</translation>
    </message>
    <message>
      <source>Look up in a web encyclopedia…</source>
      <translation>ابحث في موسوعة على الويب…</translation>
    </message>
    <message>
      <source>Keep the card open</source>
      <translation>أبق البطاقة مفتوحة</translation>
    </message>
    <message>
      <source>Close the card (Esc)</source>
      <translation>أغلق البطاقة (Esc)</translation>
    </message>
  </context>
  <context>
    <name>PeekFeature</name>
    <message>
      <source>Show the card</source>
      <translation>أظهر البطاقة</translation>
    </message>
  </context>
  <context>
    <name>PlacesMap</name>
    <message>
      <source>It may be any of these; the article does not say:</source>
      <translation>قد يكون أيًّا من هذه، ولا يذكر المقال أيها:</translation>
    </message>
    <message>
      <source>Not on the map, for nobody says where:</source>
      <translation>ليست على الخريطة لأن موقعها غير معروف:</translation>
    </message>
    <message>
      <source>The article names no places.</source>
      <translation>لا يسمي المقال أي مكان.</translation>
    </message>
  </context>
  <context>
    <name>PreferencesDialog</name>
    <message>
      <source> points</source>
      <translation> نقطة</translation>
    </message>
    <message>
      <source> em</source>
      <translation> إم</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>ظاهرة</translation>
    </message>
    <message>
      <source>Dimmed</source>
      <translation>خافتة</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>مخفية</translation>
    </message>
    <message>
      <source>None</source>
      <translation>لا شيء</translation>
    </message>
    <message>
      <source>Paragraphs</source>
      <translation>الفقرات</translation>
    </message>
    <message>
      <source>Sentences</source>
      <translation>الجمل</translation>
    </message>
    <message>
      <source>As the interface</source>
      <translation>مثل الواجهة</translation>
    </message>
    <message>
      <source>From right to left</source>
      <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
      <source>From left to right</source>
      <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>كما في النظام</translation>
    </message>
    <message>
      <source>As at first</source>
      <translation>كما كانت أولًا</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>المقال</translation>
    </message>
    <message>
      <source>Font</source>
      <translation>الخط</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>الحجم</translation>
    </message>
    <message>
      <source>Line height</source>
      <translation>ارتفاع السطر</translation>
    </message>
    <message>
      <source>Widest column</source>
      <translation>أقصى عرض للعمود</translation>
    </message>
    <message>
      <source>Diacritics</source>
      <translation>الحركات</translation>
    </message>
    <message>
      <source>Numbers in the margin</source>
      <translation>ترقيم الهامش</translation>
    </message>
    <message>
      <source>Paint what was found</source>
      <translation>تلوين ما عُثر عليه</translation>
    </message>
    <message>
      <source>Voice</source>
      <translation>الصوت القارئ</translation>
    </message>
    <message>
      <source>Speed of the voice (0: its own)</source>
      <translation>سرعة الصوت (0: سرعته الأصلية)</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>النافذة</translation>
    </message>
    <message>
      <source>Colors</source>
      <translation>الألوان</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>اللغة</translation>
    </message>
    <message>
      <source>Size of the interface's words</source>
      <translation>حجم كلمات الواجهة</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>الخط الزمني</translation>
    </message>
    <message>
      <source>No motion: nothing flashes or glides</source>
      <translation>بلا حركة: لا وميض ولا انزلاق</translation>
    </message>
    <message>
      <source>Show a card when the pointer rests on a finding</source>
      <translation>إظهار بطاقة عند توقف المؤشر على ما عُثر عليه</translation>
    </message>
    <message>
      <source>Open the files of the last time again</source>
      <translation>إعادة فتح ملفات المرة السابقة</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>المفاتيح</translation>
    </message>
    <message>
      <source>as wide as the window</source>
      <translation>بعرض النافذة</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>التفضيلات</translation>
    </message>
  </context>
  <context>
    <name>Printing</name>
    <message>
      <source>Paint what was found</source>
      <translation>تلوين ما عُثر عليه</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
      <source>Saved: {name}</source>
      <translation>حُفظ: {name}</translation>
    </message>
  </context>
  <context>
    <name>Properties</name>
    <message>
      <source>Encodin&amp;g</source>
      <translation>&amp;الترميز</translation>
    </message>
    <message>
      <source>Work it out</source>
      <translation>استنتاجه</translation>
    </message>
    <message>
      <source>The encoding of the file. Click to read it in another.</source>
      <translation>ترميز الملف. انقر لقراءته بترميز آخر.</translation>
    </message>
    <message>
      <source>Encoding: {name}</source>
      <translation>الترميز: {name}</translation>
    </message>
  </context>
  <context>
    <name>PropertiesDialog</name>
    <message>
      <source>Properties of the article</source>
      <translation>خصائص المقال</translation>
    </message>
    <message>
      <source>What is to know of this article</source>
      <translation>ما يُعلم عن هذا المقال</translation>
    </message>
    <message>
      <source>What is to know:</source>
      <translation>ما يُعلم:</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>العنوان</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>الكاتب</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>نُشر في</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>العنوان على الويب</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>المصدر</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>الصيغة</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>الترميز</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>الطول</translation>
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>OK</source>
      <translation>موافق</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>إلغاء</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>إغلاق</translation>
    </message>
  </context>
  <context>
    <name>Reading</name>
    <message>
      <source>Diacritics are shown.</source>
      <translation>الحركات ظاهرة.</translation>
    </message>
    <message>
      <source>Diacritics are dimmed.</source>
      <translation>الحركات خافتة.</translation>
    </message>
    <message>
      <source>Diacritics are hidden; the text is as it was.</source>
      <translation>الحركات مخفية، والنص كما كان.</translation>
    </message>
    <message>
      <source>Nothing is numbered.</source>
      <translation>لا ترقيم.</translation>
    </message>
    <message>
      <source>Paragraphs are numbered.</source>
      <translation>الفقرات مرقّمة.</translation>
    </message>
    <message>
      <source>Sentences are numbered.</source>
      <translation>الجمل مرقّمة.</translation>
    </message>
  </context>
  <context>
    <name>Reasons</name>
    <message>
      <source>Date of the article</source>
      <translation>تاريخ المقال</translation>
    </message>
    <message>
      <source>first mention</source>
      <translation>أول ذكر</translation>
    </message>
    <message>
      <source>same letters</source>
      <translation>الحروف نفسها</translation>
    </message>
    <message>
      <source>same letters as {words}</source>
      <translation>الحروف نفسها في {words}</translation>
    </message>
    <message>
      <source>form of {words}</source>
      <translation>صيغة من {words}</translation>
    </message>
    <message>
      <source>another spelling of {words}</source>
      <translation>رسم آخر لاسم {words}</translation>
    </message>
    <message>
      <source>another spelling of the name</source>
      <translation>رسم آخر للاسم</translation>
    </message>
    <message>
      <source>another spelling of the last name of {words}</source>
      <translation>رسم آخر للاسم الأخير من {words}</translation>
    </message>
    <message>
      <source>last name of {words}</source>
      <translation>الاسم الأخير من {words}</translation>
    </message>
    <message>
      <source>first name of {words}</source>
      <translation>الاسم الأول من {words}</translation>
    </message>
    <message>
      <source>the state with its kind</source>
      <translation>الدولة مع صفتها</translation>
    </message>
    <message>
      <source>listed as names of one place</source>
      <translation>مدرجان اسمين لمكان واحد</translation>
    </message>
    <message>
      <source>in brackets or quotes after {words}</source>
      <translation>بين قوسين أو علامتي تنصيص بعد {words}</translation>
    </message>
    <message>
      <source>as {words}</source>
      <translation>بصيغة {words}</translation>
    </message>
    <message>
      <source>the one last named, without its last words</source>
      <translation>آخر ما ذُكر من غير كلماته الأخيرة</translation>
    </message>
    <message>
      <source>{words} without its last words</source>
      <translation>{words} من غير كلماته الأخيرة</translation>
    </message>
    <message>
      <source>whom the pronoun before it stands for</source>
      <translation>من يعود عليه الضمير قبله</translation>
    </message>
    <message>
      <source>subject of the verb that carries it</source>
      <translation>فاعل الفعل الذي يحمله</translation>
    </message>
    <message>
      <source>whom the noun's pronoun stands for</source>
      <translation>من يعود عليه ضمير الاسم</translation>
    </message>
    <message>
      <source>whom the verb's pronoun stands for</source>
      <translation>من يعود عليه ضمير الفعل</translation>
    </message>
    <message>
      <source>noun that the relative clause describes</source>
      <translation>اسم تصفه صلة الموصول</translation>
    </message>
    <message>
      <source>place of the verb that it is joined to</source>
      <translation>مكان الفعل المعطوف عليه</translation>
    </message>
    <message>
      <source>from the clause of who takes part</source>
      <translation>من جملة أحد المشاركين</translation>
    </message>
    <message>
      <source>time of the victims told with it</source>
      <translation>وقت الضحايا المذكورين معه</translation>
    </message>
    <message>
      <source>place that the disaster strikes</source>
      <translation>المكان الذي ضربته الكارثة</translation>
    </message>
    <message>
      <source>time before it in its clause</source>
      <translation>الوقت قبله في جملته</translation>
    </message>
    <message>
      <source>time after it in its clause</source>
      <translation>الوقت بعده في جملته</translation>
    </message>
    <message>
      <source>noun that the clause describes</source>
      <translation>اسم تصفه الجملة</translation>
    </message>
    <message>
      <source>place that they go to for it</source>
      <translation>المكان الذي يذهبون إليه من أجله</translation>
    </message>
    <message>
      <source>place of what it is done in</source>
      <translation>مكان ما جرى فيه</translation>
    </message>
    <message>
      <source>place of the harm that it did</source>
      <translation>مكان الضرر الذي أحدثه</translation>
    </message>
    <message>
      <source>place that sees or hosts it</source>
      <translation>المكان الذي يشهده أو يستضيفه</translation>
    </message>
    <message>
      <source>people that its toll counts</source>
      <translation>من تعدّهم حصيلته</translation>
    </message>
    <message>
      <source>people counted before it</source>
      <translation>معدودون قبله</translation>
    </message>
    <message>
      <source>actor of what it depends on</source>
      <translation>فاعل ما يتعلق به</translation>
    </message>
    <message>
      <source>subject of the verb before</source>
      <translation>فاعل الفعل السابق</translation>
    </message>
    <message>
      <source>subject of the main verb</source>
      <translation>فاعل الفعل الرئيسي</translation>
    </message>
    <message>
      <source>subject before its verb</source>
      <translation>فاعل قبل فعله</translation>
    </message>
    <message>
      <source>subject after its verb</source>
      <translation>فاعل بعد فعله</translation>
    </message>
    <message>
      <source>place of what caused it</source>
      <translation>مكان ما سبّبه</translation>
    </message>
    <message>
      <source>time of what caused it</source>
      <translation>وقت ما سبّبه</translation>
    </message>
    <message>
      <source>victims that it caused</source>
      <translation>ضحايا سبّبهم</translation>
    </message>
    <message>
      <source>name beside the speaker</source>
      <translation>اسم بجانب القائل</translation>
    </message>
    <message>
      <source>who is asked or accused</source>
      <translation>المطلوب منه أو المتهم</translation>
    </message>
    <message>
      <source>who says or decides it</source>
      <translation>من يقوله أو يقرره</translation>
    </message>
    <message>
      <source>actor of what is said</source>
      <translation>فاعل القول</translation>
    </message>
    <message>
      <source>source that is named</source>
      <translation>مصدر مذكور</translation>
    </message>
    <message>
      <source>who stands over it</source>
      <translation>من يرعاه</translation>
    </message>
    <message>
      <source>place of its victims</source>
      <translation>مكان ضحاياه</translation>
    </message>
    <message>
      <source>time of its victims</source>
      <translation>وقت ضحاياه</translation>
    </message>
    <message>
      <source>genitive of the noun</source>
      <translation>مضاف إليه</translation>
    </message>
    <message>
      <source>object of the noun</source>
      <translation>مفعول المصدر</translation>
    </message>
    <message>
      <source>who announces it</source>
      <translation>من يعلنه</translation>
    </message>
    <message>
      <source>who has it done</source>
      <translation>من يأمر به</translation>
    </message>
    <message>
      <source>who spoke last</source>
      <translation>آخر من تكلم</translation>
    </message>
    <message>
      <source>place after</source>
      <translation>مكان بعد</translation>
    </message>
    <message>
      <source>joined by</source>
      <translation>معطوف بـ</translation>
    </message>
    <message>
      <source>preposition</source>
      <translation>حرف الجر</translation>
    </message>
    <message>
      <source>in its name</source>
      <translation>في اسمه</translation>
    </message>
    <message>
      <source>passive</source>
      <translation>مبني للمجهول</translation>
    </message>
    <message>
      <source>heading</source>
      <translation>عنوان</translation>
    </message>
    <message>
      <source>object</source>
      <translation>مفعول به</translation>
    </message>
    <message>
      <source>of such findings are right</source>
      <translation>من أمثال هذه النتيجة صحيح</translation>
    </message>
    <message>
      <source>what a warning is about</source>
      <translation>موضوع تحذير</translation>
    </message>
    <message>
      <source>what is talked about</source>
      <translation>موضوع كلام</translation>
    </message>
    <message>
      <source>person after title</source>
      <translation>شخص بعد لقب</translation>
    </message>
    <message>
      <source>by a word near it</source>
      <translation>بدلالة كلمة مجاورة</translation>
    </message>
    <message>
      <source>future tense</source>
      <translation>صيغة المستقبل</translation>
    </message>
    <message>
      <source>light verb</source>
      <translation>فعل مساعد</translation>
    </message>
    <message>
      <source>negated by</source>
      <translation>منفي بلفظ</translation>
    </message>
    <message>
      <source>not negated</source>
      <translation>غير منفي</translation>
    </message>
    <message>
      <source>by context</source>
      <translation>من السياق</translation>
    </message>
    <message>
      <source>same letters as</source>
      <translation>الحروف نفسها في</translation>
    </message>
    <message>
      <source>gazetteer</source>
      <translation>قائمة الأسماء</translation>
    </message>
    <message>
      <source>verb of</source>
      <translation>فعل من</translation>
    </message>
    <message>
      <source>noun of</source>
      <translation>اسم من</translation>
    </message>
    <message>
      <source>hypothetical</source>
      <translation>محتمل</translation>
    </message>
    <message>
      <source>called_for</source>
      <translation>مطلوب</translation>
    </message>
    <message>
      <source>happened</source>
      <translation>وقع</translation>
    </message>
    <message>
      <source>ongoing</source>
      <translation>جارٍ</translation>
    </message>
    <message>
      <source>planned</source>
      <translation>مقرر</translation>
    </message>
    <message>
      <source>negated</source>
      <translation>منفي</translation>
    </message>
    <message>
      <source>quoted</source>
      <translation>بين علامتي تنصيص</translation>
    </message>
    <message>
      <source>spelling</source>
      <translation>رسم</translation>
    </message>
    <message>
      <source>translit</source>
      <translation>رسم أعجمي</translation>
    </message>
    <message>
      <source>alias</source>
      <translation>اسم آخر</translation>
    </message>
    <message>
      <source>form of</source>
      <translation>صيغة من</translation>
    </message>
    <message>
      <source>ambiguous</source>
      <translation>عدة أيام ممكنة</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>مجهول</translation>
    </message>
    <message>
      <source>inferred</source>
      <translation>مستنتج</translation>
    </message>
    <message>
      <source>given</source>
      <translation>معطى</translation>
    </message>
    <message>
      <source>the text</source>
      <translation>النص</translation>
    </message>
    <message>
      <source>the reader</source>
      <translation>القارئ</translation>
    </message>
    <message>
      <source>the dateline</source>
      <translation>ترويسة الخبر</translation>
    </message>
    <message>
      <source>the source's own data</source>
      <translation>بيانات المصدر نفسه</translation>
    </message>
    <message>
      <source>type</source>
      <translation>النوع</translation>
    </message>
    <message>
      <source>found by</source>
      <translation>القاعدة</translation>
    </message>
    <message>
      <source>confidence</source>
      <translation>الثقة</translation>
    </message>
    <message>
      <source>stands for</source>
      <translation>كناية عن</translation>
    </message>
    <message>
      <source>held by</source>
      <translation>يشغله</translation>
    </message>
    <message>
      <source>names</source>
      <translation>يسمي</translation>
    </message>
    <message>
      <source>written</source>
      <translation>كُتب</translation>
    </message>
    <message>
      <source>known as</source>
      <translation>معرّفات</translation>
    </message>
    <message>
      <source>lies at</source>
      <translation>الإحداثيات</translation>
    </message>
    <message>
      <source>may be</source>
      <translation>قد يكون</translation>
    </message>
    <message>
      <source>of</source>
      <translation>نسبة إلى</translation>
    </message>
    <message>
      <source>part of</source>
      <translation>جزء من</translation>
    </message>
    <message>
      <source>status</source>
      <translation>الحالة</translation>
    </message>
    <message>
      <source>actor</source>
      <translation>الفاعل</translation>
    </message>
    <message>
      <source>target</source>
      <translation>الهدف</translation>
    </message>
    <message>
      <source>takes part</source>
      <translation>مشارك</translation>
    </message>
    <message>
      <source>place</source>
      <translation>المكان</translation>
    </message>
    <message>
      <source>time</source>
      <translation>الزمان</translation>
    </message>
    <message>
      <source>if</source>
      <translation>بشرط</translation>
    </message>
    <message>
      <source>word of saying</source>
      <translation>لفظ القول</translation>
    </message>
    <message>
      <source>speaker</source>
      <translation>القائل</translation>
    </message>
    <message>
      <source>dead</source>
      <translation>قتلى</translation>
    </message>
    <message>
      <source>injured</source>
      <translation>جرحى</translation>
    </message>
    <message>
      <source>told also in</source>
      <translation>ورد أيضًا في</translation>
    </message>
    <message>
      <source>value</source>
      <translation>القيمة</translation>
    </message>
    <message>
      <source>days</source>
      <translation>الأيام</translation>
    </message>
    <message>
      <source>written as</source>
      <translation>بالهجري</translation>
    </message>
    <message>
      <source>conflict</source>
      <translation>تعارض</translation>
    </message>
    <message>
      <source>from</source>
      <translation>المصدر</translation>
    </message>
    <message>
      <source>because</source>
      <translation>السبب</translation>
    </message>
    <message>
      <source>{reason}, of {words}</source>
      <translation>{reason}، من {words}</translation>
    </message>
    <message>
      <source>one row of names</source>
      <translation>سطر واحد في قائمة الأسماء</translation>
    </message>
    <message>
      <source>kind of the state</source>
      <translation>نوع الدولة</translation>
    </message>
    <message>
      <source>spelling of the name</source>
      <translation>كتابة أخرى للاسم</translation>
    </message>
    <message>
      <source>spelling of</source>
      <translation>كتابة أخرى من</translation>
    </message>
    <message>
      <source>spelling of the last name of</source>
      <translation>كتابة أخرى للاسم الأخير من</translation>
    </message>
    <message>
      <source>last name of</source>
      <translation>الاسم الأخير من</translation>
    </message>
    <message>
      <source>first name of</source>
      <translation>الاسم الأول من</translation>
    </message>
    <message>
      <source>first parts of the same name as</source>
      <translation>الأجزاء الأولى من</translation>
    </message>
    <message>
      <source>first and last name as in</source>
      <translation>الاسم الأول والأخير كما في</translation>
    </message>
    <message>
      <source>last parts of</source>
      <translation>الأجزاء الأخيرة من</translation>
    </message>
    <message>
      <source>less the last words of</source>
      <translation>من غير الكلمات الأخيرة من</translation>
    </message>
    <message>
      <source>less the last words of the one last named</source>
      <translation>من غير الكلمات الأخيرة لآخر مذكور</translation>
    </message>
    <message>
      <source>less the first word of</source>
      <translation>من غير الكلمة الأولى من</translation>
    </message>
    <message>
      <source>its kind alone, last said of</source>
      <translation>نوعه وحده، وآخر ما ذُكر به</translation>
    </message>
    <message>
      <source>in brackets or quotes after</source>
      <translation>بين قوسين أو علامتي تنصيص بعد</translation>
    </message>
    <message>
      <source>as</source>
      <translation>مثل</translation>
    </message>
    <message>
      <source>user</source>
      <translation>بقرارك</translation>
    </message>
    <message>
      <source>one place in the list of places</source>
      <translation>مكان واحد في قائمة الأماكن</translation>
    </message>
  </context>
  <context>
    <name>ReferenceDateButton</name>
    <message>
      <source>The day that the article was written. Click to set it.</source>
      <translation>اليوم الذي كُتب فيه المقال. انقر لضبطه.</translation>
    </message>
    <message>
      <source>from the article's own file or page</source>
      <translation>من ملف المقال أو صفحته</translation>
    </message>
    <message>
      <source>Days that it may be</source>
      <translation>الأيام المحتملة</translation>
    </message>
    <message>
      <source>Work it out from the text</source>
      <translation>استنتاجه من النص</translation>
    </message>
  </context>
  <context>
    <name>RefusalsDialog</name>
    <message>
      <source>What was not taken in</source>
      <translation>ما لم يُدخَل</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>نسخ</translation>
    </message>
  </context>
  <context>
    <name>RepairDialog</name>
    <message>
      <source>Repair the display</source>
      <translation>إصلاح العرض</translation>
    </message>
    <message>
      <source>The file stays as it is. The repaired text is what you then read, copy and correct; the original is a click away.</source>
      <translation>يبقى الملف كما هو. النص المُصلح هو ما تقرؤه وتنسخه وتصححه بعد ذلك؛ والأصل على بعد نقرة.</translation>
    </message>
    <message>
      <source>As it is</source>
      <translation>كما هو</translation>
    </message>
    <message>
      <source>Repaired</source>
      <translation>بعد الإصلاح</translation>
    </message>
    <message>
      <source>Show it repaired</source>
      <translation>اعرضه مُصلحًا</translation>
    </message>
  </context>
  <context>
    <name>Rules</name>
    <message>
      <source>{names} are one: {name}</source>
      <translation>{names} شيء واحد: {name}</translation>
    </message>
    <message>
      <source>{words} is always: {type}</source>
      <translation>{words} دائمًا: {type}</translation>
    </message>
    <message>
      <source>{words} means {name}</source>
      <translation>{words} تعني {name}</translation>
    </message>
    <message>
      <source>{words} is no name</source>
      <translation>{words} ليس اسمًا</translation>
    </message>
    <message>
      <source>{words} tells no event</source>
      <translation>{words} لا يدل على حدث</translation>
    </message>
    <message>
      <source>{words} tells no event of this kind: {type}</source>
      <translation>{words} لا يدل على حدث من هذا النوع: {type}</translation>
    </message>
  </context>
  <context>
    <name>RulesDialog</name>
    <message>
      <source>Rules of the library</source>
      <translation>قواعد المكتبة</translation>
    </message>
    <message>
      <source>There is no rule yet. The menu of a name or an event makes one.</source>
      <translation>لا توجد قاعدة بعد. تُنشأ القواعد من قائمة الاسم أو الحدث.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>أزل</translation>
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
      <source>Export…</source>
      <translation>تصدير…</translation>
    </message>
    <message>
      <source>Take in…</source>
      <translation>إدخال…</translation>
    </message>
  </context>
  <context>
    <name>RulesFeature</name>
    <message>
      <source>In the whole library</source>
      <translation>في المكتبة كلها</translation>
    </message>
    <message>
      <source>Is always</source>
      <translation>هو دائمًا</translation>
    </message>
    <message>
      <source>Means another name…</source>
      <translation>يعني اسمًا آخر…</translation>
    </message>
    <message>
      <source>Is no name</source>
      <translation>ليس اسمًا</translation>
    </message>
    <message>
      <source>Is the same as</source>
      <translation>هو نفسه</translation>
    </message>
    <message>
      <source>Means another name</source>
      <translation>يعني اسمًا آخر</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>الاسم:</translation>
    </message>
    <message>
      <source>Rules (*.json)</source>
      <translation>قواعد (*.json)</translation>
    </message>
    <message>
      <source>Export the rules</source>
      <translation>تصدير القواعد</translation>
    </message>
    <message>
      <source>Take rules in</source>
      <translation>إدخال قواعد</translation>
    </message>
  </context>
  <context>
    <name>SentencesList</name>
    <message>
      <source>Sentences</source>
      <translation>الجمل</translation>
    </message>
    <message>
      <source>Choose a name or an event to see its sentences here.</source>
      <translation>اختر اسمًا أو حدثًا لترى جمله هنا.</translation>
    </message>
    <message>
      <source>Sentences of the chosen name or event</source>
      <translation>جمل الاسم أو الحدث المختار</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsModel</name>
    <message>
      <source>Action</source>
      <translation>الإجراء</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>المفاتيح</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>القائمة</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsPage</name>
    <message>
      <source>Choose an action.</source>
      <translation>اختر إجراءً.</translation>
    </message>
    <message>
      <source>These keys are taken by: {name}</source>
      <translation>هذه المفاتيح محجوزة للإجراء: {name}</translation>
    </message>
    <message>
      <source>Take them</source>
      <translation>خذها</translation>
    </message>
    <message>
      <source>Use these keys</source>
      <translation>استعمل هذه المفاتيح</translation>
    </message>
    <message>
      <source>Search the actions</source>
      <translation>ابحث في الإجراءات</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>الإجراءات ومفاتيحها</translation>
    </message>
    <message>
      <source>Keys of the chosen action</source>
      <translation>مفاتيح الإجراء المختار</translation>
    </message>
    <message>
      <source>As at first</source>
      <translation>كما كانت أولًا</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsWindow</name>
    <message>
      <source>Shortcuts</source>
      <translation>اختصارات المفاتيح</translation>
    </message>
    <message>
      <source>Search actions and keys</source>
      <translation>ابحث في الإجراءات والمفاتيح</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>الإجراءات ومفاتيحها</translation>
    </message>
  </context>
  <context>
    <name>SidePanel</name>
    <message>
      <source>Names</source>
      <translation>الأسماء</translation>
    </message>
    <message>
      <source>Lists beside the article</source>
      <translation>القوائم بجانب المقال</translation>
    </message>
  </context>
  <context>
    <name>SourcesDialog</name>
    <message>
      <source>Feeds and watched folders</source>
      <translation>المصادر والمجلدات المراقبة</translation>
    </message>
    <message>
      <source>Address of a feed: https://…</source>
      <translation>عنوان مصدر أخبار: https://…</translation>
    </message>
    <message>
      <source>Address of a feed</source>
      <translation>عنوان مصدر أخبار</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>متابعة</translation>
    </message>
    <message>
      <source>Watch a folder…</source>
      <translation>مراقبة مجلد…</translation>
    </message>
    <message>
      <source>Ask the feeds now</source>
      <translation>طلب الجديد الآن</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>إلغاء المتابعة</translation>
    </message>
    <message>
      <source>No feed is followed and no folder is watched. Feeds are asked only when you say so; what comes into a watched folder is taken in while the program runs.</source>
      <translation>لا تتابع أي مصدر ولا تراقب أي مجلد. لا تُطلب المصادر إلا حين تأمر بذلك، أما ما يصل إلى مجلد مراقب فيُضاف ما دام البرنامج يعمل.</translation>
    </message>
    <message>
      <source>Feed</source>
      <translation>مصدر</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>مجلد</translation>
    </message>
  </context>
  <context>
    <name>SourcesFeature</name>
    <message>
      <source>Watch a folder</source>
      <translation>مراقبة مجلد</translation>
    </message>
    <message>
      <source>Export the articles listed</source>
      <translation>تصدير المقالات المعروضة</translation>
    </message>
    <message>
      <source>JSON Lines (*.jsonl)</source>
      <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
      <source>Written into {name}: {articles}</source>
      <translation>كُتب في {name}: {articles}</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Reading</source>
      <translation>تجري القراءة</translation>
    </message>
    <message>
      <source>Preparing</source>
      <translation>تحضير</translation>
    </message>
    <message>
      <source>Folding repeats</source>
      <translation>طي المكررات</translation>
    </message>
    <message>
      <source>Reading dates</source>
      <translation>قراءة التواريخ</translation>
    </message>
    <message>
      <source>Finding names</source>
      <translation>البحث عن الأسماء</translation>
    </message>
    <message>
      <source>Finding events</source>
      <translation>البحث عن الأحداث</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>الأحداث</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>التواريخ</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>المكررات</translation>
    </message>
  </context>
  <context>
    <name>StoriesView</name>
    <message>
      <source>Reading the articles: {done} of {total}</source>
      <translation>قراءة المقالات: {done} من {total}</translation>
    </message>
    <message>
      <source>Putting {total} articles together…</source>
      <translation>جمع {total} من المقالات معًا…</translation>
    </message>
    <message>
      <source>Read the articles</source>
      <translation>قراءة المقالات</translation>
    </message>
    <message>
      <source>{articles} of {total}, the newest first</source>
      <translation>{articles} من أصل {total}، الأحدث أولًا</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>النسخ</translation>
    </message>
    <message>
      <source>People and places</source>
      <translation>الأشخاص والأماكن</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>الأحداث</translation>
    </message>
    <message>
      <source>Ahead</source>
      <translation>القادم</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>الخط الزمني</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>الخريطة</translation>
    </message>
    <message>
      <source>Pages on the articles</source>
      <translation>صفحات عن المقالات</translation>
    </message>
    <message>
      <source>About it</source>
      <translation>عنه</translation>
    </message>
    <message>
      <source>Events in several articles</source>
      <translation>أحداث في عدة مقالات</translation>
    </message>
    <message>
      <source>Who tells what</source>
      <translation>من يروي ماذا</translation>
    </message>
    <message>
      <source>Announced events</source>
      <translation>أحداث معلنة</translation>
    </message>
    <message>
      <source>Who announces it</source>
      <translation>من أعلنه</translation>
    </message>
    <message>
      <source>Read anew</source>
      <translation>إعادة القراءة</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>إيقاف</translation>
    </message>
    <message>
      <source>How many articles were read</source>
      <translation>عدد ما قُرئ من المقالات</translation>
    </message>
  </context>
  <context>
    <name>StoryPage</name>
    <message>
      <source>Nothing has these words.</source>
      <translation>لا شيء فيه هذه الكلمات.</translation>
    </message>
    <message>
      <source>The articles tell nothing of this kind together.</source>
      <translation>لا تروي المقالات معًا شيئًا من هذا النوع.</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>تصفية</translation>
    </message>
  </context>
  <context>
    <name>Theme</name>
    <message>
      <source>Light</source>
      <translation>فاتحة</translation>
    </message>
    <message>
      <source>Sepia</source>
      <translation>ورقية</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>داكنة</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>عالية التباين</translation>
    </message>
  </context>
  <context>
    <name>ThresholdBox</name>
    <message>
      <source>Confidence</source>
      <translation>الثقة</translation>
    </message>
    <message>
      <source>any</source>
      <translation>أيًّا كانت</translation>
    </message>
    <message>
      <source>Show only what is right at least this often; the rest is hidden everywhere</source>
      <translation>أظهر ما يصيب بهذه النسبة على الأقل، وأخفِ ما دونه في كل مكان</translation>
    </message>
    <message>
      <source>Least confidence that is shown</source>
      <translation>أقل ثقة تُعرض</translation>
    </message>
  </context>
  <context>
    <name>TimelinePanel</name>
    <message>
      <source>Timeline of events</source>
      <translation>الخط الزمني للأحداث</translation>
    </message>
    <message>
      <source>Choose a stretch of time (or drag with Shift)</source>
      <translation>اختيار مدة (أو السحب مع Shift)</translation>
    </message>
    <message>
      <source>Let time run the other way</source>
      <translation>عكس اتجاه الزمن</translation>
    </message>
    <message>
      <source>Hijri months too</source>
      <translation>الأشهر الهجرية أيضًا</translation>
    </message>
    <message>
      <source>What the signs mean</source>
      <translation>معنى العلامات</translation>
    </message>
  </context>
  <context>
    <name>TimelineView</name>
    <message>
      <source>No event has a date that is known.</source>
      <translation>لا تاريخ معروفًا لأي حدث.</translation>
    </message>
    <message>
      <source>No events are known.</source>
      <translation>لا أحداث معروفة.</translation>
    </message>
  </context>
  <context>
    <name>Tour</name>
    <message>
      <source>The article</source>
      <translation>المقال</translation>
    </message>
    <message>
      <source>Names are painted by their kind, dates and event words are underlined. Click one to see all its places; repeated paragraphs are folded away.</source>
      <translation>الأسماء ملونة بحسب نوعها، والتواريخ وكلمات الأحداث تحتها خط. انقر أيًّا منها لترى مواضعه كلها؛ والفقرات المكررة مطوية.</translation>
    </message>
    <message>
      <source>Who and where</source>
      <translation>من وأين</translation>
    </message>
    <message>
      <source>Every name once, however it is spelled, with the sentences that name it. F3 goes to its next mention.</source>
      <translation>كل اسم مرة واحدة كيفما كُتب، مع الجمل التي تذكره. وF3 ينتقل إلى ذكره التالي.</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>ماذا حدث</translation>
    </message>
    <message>
      <source>Every event once: who, where, when, by whose word, and whether it happened or is only planned. Click one to go to its sentence.</source>
      <translation>كل حدث مرة واحدة: من وأين ومتى ونقلًا عمّن، وهل وقع أم هو مقرر فقط. انقره لتنتقل إلى جملته.</translation>
    </message>
    <message>
      <source>All the rest</source>
      <translation>كل ما عدا ذلك</translation>
    </message>
    <message>
      <source>Ctrl+K finds anything by typing, Ctrl+, changes font and colors, F1 lists the keys and Shift+F1 is the help. Your own article: Ctrl+O or Ctrl+Shift+V.</source>
      <translation>‏Ctrl+K يجد كل شيء بالكتابة، وCtrl+, يغير الخط والألوان، وF1 يسرد المفاتيح، وShift+F1 للمساعدة. ومقالك أنت: Ctrl+O أو Ctrl+Shift+V.</translation>
    </message>
  </context>
  <context>
    <name>TourCard</name>
    <message>
      <source>Skip</source>
      <translation>تخطٍّ</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>السابق</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>تم</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>التالي</translation>
    </message>
  </context>
  <context>
    <name>VersionsPage</name>
    <message>
      <source>No article is a version of another one.</source>
      <translation>لا مقال نسخة من مقال آخر.</translation>
    </message>
    <message>
      <source>The texts are long; their beginnings are shown.</source>
      <translation>النصان طويلان، والمعروض بدايتهما.</translation>
    </message>
    <message>
      <source>No word differs.</source>
      <translation>لا تختلف أي كلمة.</translation>
    </message>
    <message>
      <source>Stories</source>
      <translation>الأخبار</translation>
    </message>
    <message>
      <source>Versions of the story</source>
      <translation>نسخ الخبر</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>الفروق</translation>
    </message>
    <message>
      <source>Earlier version</source>
      <translation>النسخة السابقة</translation>
    </message>
    <message>
      <source>Later version</source>
      <translation>النسخة اللاحقة</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>فتح</translation>
    </message>
    <message>
      <source>Open this article above</source>
      <translation>فتح هذا المقال في الأعلى</translation>
    </message>
  </context>
  <context>
    <name>Warnings</name>
    <message>
      <source>Qari</source>
      <translation>قارئ</translation>
    </message>
    <message>
      <source>Your choices could not be read:</source>
      <translation>تعذرت قراءة خياراتك:</translation>
    </message>
    <message>
      <source>Until then, what you choose is not kept.</source>
      <translation>وإلى ذلك الحين لا يُحفظ ما تختاره.</translation>
    </message>
    <message>
      <source>Your choices could not be kept:</source>
      <translation>تعذر حفظ خياراتك:</translation>
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message>
      <source>sentence {number}</source>
      <translation>الجملة {number}</translation>
    </message>
    <message numerus="yes">
      <source>%n new article(s)</source>
      <translation>
        <numerusform>لا مقالات جديدة</numerusform>
        <numerusform>مقال جديد واحد</numerusform>
        <numerusform>مقالان جديدان</numerusform>
        <numerusform>%n مقالات جديدة</numerusform>
        <numerusform>%n مقالًا جديدًا</numerusform>
        <numerusform>%n مقال جديد</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>لا مقالات</numerusform>
        <numerusform>مقال واحد</numerusform>
        <numerusform>مقالان</numerusform>
        <numerusform>%n مقالات</numerusform>
        <numerusform>%n مقالًا</numerusform>
        <numerusform>%n مقال</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n version(s)</source>
      <translation>
        <numerusform>لا نسخ</numerusform>
        <numerusform>نسخة واحدة</numerusform>
        <numerusform>نسختان</numerusform>
        <numerusform>%n نسخ</numerusform>
        <numerusform>%n نسخة</numerusform>
        <numerusform>%n نسخة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n sentence(s)</source>
      <translation>
        <numerusform>في لا جملة</numerusform>
        <numerusform>في جملة واحدة</numerusform>
        <numerusform>في جملتين</numerusform>
        <numerusform>في %n جمل</numerusform>
        <numerusform>في %n جملة</numerusform>
        <numerusform>في %n جملة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n event(s)</source>
      <translation>
        <numerusform>في لا حدث</numerusform>
        <numerusform>في حدث واحد</numerusform>
        <numerusform>في حدثين</numerusform>
        <numerusform>في %n أحداث</numerusform>
        <numerusform>في %n حدثًا</numerusform>
        <numerusform>في %n حدث</numerusform>
      </translation>
    </message>
    <message>
      <source>{actors} → {targets}</source>
      <translation>{actors} ← {targets}</translation>
    </message>
    <message>
      <source>; </source>
      <translation>؛ </translation>
    </message>
    <message>
      <source>direct quote</source>
      <translation>اقتباس مباشر</translation>
    </message>
    <message>
      <source>{speakers} (direct quote)</source>
      <translation>{speakers} (اقتباس مباشر)</translation>
    </message>
    <message>
      <source>who: {text}</source>
      <translation>مَن: {text}</translation>
    </message>
    <message>
      <source>where: {text}</source>
      <translation>أين: {text}</translation>
    </message>
    <message>
      <source>when: {text}</source>
      <translation>متى: {text}</translation>
    </message>
    <message>
      <source>according to: {text}</source>
      <translation>المصدر: {text}</translation>
    </message>
    <message>
      <source>casualties: {text}</source>
      <translation>الضحايا: {text}</translation>
    </message>
    <message>
      <source>figures differ: {text}</source>
      <translation>أرقام متباينة: {text}</translation>
    </message>
    <message>
      <source>if: {text}</source>
      <translation>بشرط: {text}</translation>
    </message>
    <message numerus="yes">
      <source>%n letter(s)</source>
      <translation>
        <numerusform>بلا حروف</numerusform>
        <numerusform>حرف واحد</numerusform>
        <numerusform>حرفان</numerusform>
        <numerusform>%n أحرف</numerusform>
        <numerusform>%n حرفًا</numerusform>
        <numerusform>%n حرف</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n part(s) refused</source>
      <translation>
        <numerusform>لم يُرفض أي جزء</numerusform>
        <numerusform>رُفض جزء واحد</numerusform>
        <numerusform>رُفض جزآن</numerusform>
        <numerusform>رُفضت %n أجزاء</numerusform>
        <numerusform>رُفض %n جزءًا</numerusform>
        <numerusform>رُفض %n جزء</numerusform>
      </translation>
    </message>
    <message>
      <source>{words}: the article bears this date</source>
      <translation>{words}: التاريخ المكتوب على المقال</translation>
    </message>
    <message>
      <source>{words}: written on a {weekday}</source>
      <translation>{words}: كُتب يوم {weekday}</translation>
    </message>
    <message>
      <source>{words}: written in {month}</source>
      <translation>{words}: كُتب في {month}</translation>
    </message>
    <message>
      <source>{words}: not written in {month}</source>
      <translation>{words}: لم يُكتب في {month}</translation>
    </message>
    <message>
      <source>{words}: written on {day} {month}</source>
      <translation>{words}: كُتب في {day} {month}</translation>
    </message>
    <message>
      <source>{words}: its day and weekday agree only in some years</source>
      <translation>{words}: لا يوافق اليوم التاريخ إلا في بعض السنين</translation>
    </message>
    <message>
      <source>{words}: written less than a year after it</source>
      <translation>{words}: كُتب بعده بأقل من سنة</translation>
    </message>
    <message>
      <source>{words}: written less than a year before it</source>
      <translation>{words}: كُتب قبله بأقل من سنة</translation>
    </message>
    <message>
      <source>{words}: written on {first}</source>
      <translation>{words}: كُتب في {first}</translation>
    </message>
    <message>
      <source>{words}: written on {first} or later</source>
      <translation>{words}: كُتب في {first} أو بعده</translation>
    </message>
    <message>
      <source>{words}: written on {last} or earlier</source>
      <translation>{words}: كُتب في {last} أو قبله</translation>
    </message>
    <message>
      <source>{words}: written between {first} and {last}</source>
      <translation>{words}: كُتب بين {first} و{last}</translation>
    </message>
    <message>
      <source>{words}: written on a {weekday} between {first} and {last}</source>
      <translation>{words}: كُتب يوم {weekday} بين {first} و{last}</translation>
    </message>
    <message>
      <source>{text} ({kind}, ×{count})</source>
      <translation>{text} ({kind}، ×{count})</translation>
    </message>
    <message>
      <source>stands for {text}</source>
      <translation>ينوب عن {text}</translation>
    </message>
    <message>
      <source>part of {text}</source>
      <translation>جزء من {text}</translation>
    </message>
    <message>
      <source>from {text}</source>
      <translation>نسبة إلى {text}</translation>
    </message>
    <message>
      <source>held by {text}</source>
      <translation>يشغله {text}</translation>
    </message>
    <message>
      <source>, </source>
      <translation>، </translation>
    </message>
    <message>
      <source>Names</source>
      <translation>الأسماء</translation>
    </message>
    <message>
      <source>without a date</source>
      <translation>بلا تاريخ</translation>
    </message>
    <message>
      <source>{month} {year}</source>
      <translation>{month} {year}</translation>
    </message>
    <message numerus="yes">
      <source>and %n more event(s)</source>
      <translation>
        <numerusform>ولا أحداث أخرى</numerusform>
        <numerusform>وحدث آخر</numerusform>
        <numerusform>وحدثان آخران</numerusform>
        <numerusform>و%n أحداث أخرى</numerusform>
        <numerusform>و%n حدثًا آخر</numerusform>
        <numerusform>و%n حدث آخر</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>dealing with nobody: %n</source>
      <translation>
        <numerusform>بلا صلة: %n</numerusform>
        <numerusform>بلا صلة: %n</numerusform>
        <numerusform>بلا صلة: %n</numerusform>
        <numerusform>بلا صلة: %n</numerusform>
        <numerusform>بلا صلة: %n</numerusform>
        <numerusform>بلا صلة: %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>filtered out: %n</source>
      <translation>
        <numerusform>مستبعد بالتصفية: %n</numerusform>
        <numerusform>مستبعد بالتصفية: %n</numerusform>
        <numerusform>مستبعد بالتصفية: %n</numerusform>
        <numerusform>مستبعد بالتصفية: %n</numerusform>
        <numerusform>مستبعد بالتصفية: %n</numerusform>
        <numerusform>مستبعد بالتصفية: %n</numerusform>
      </translation>
    </message>
    <message>
      <source>a folded copy</source>
      <translation>نسخة مطوية</translation>
    </message>
    <message>
      <source>paragraph {number}</source>
      <translation>الفقرة {number}</translation>
    </message>
    <message numerus="yes">
      <source>in %n paragraph(s)</source>
      <translation>
        <numerusform>في لا فقرة</numerusform>
        <numerusform>في فقرة واحدة</numerusform>
        <numerusform>في فقرتين</numerusform>
        <numerusform>في %n فقرات</numerusform>
        <numerusform>في %n فقرة</numerusform>
        <numerusform>في %n فقرة</numerusform>
      </translation>
    </message>
    <message>
      <source>Folded copies: paragraphs {list}</source>
      <translation>نسخ مطوية: الفقرات {list}</translation>
    </message>
    <message>
      <source>date</source>
      <translation>تاريخ</translation>
    </message>
    <message>
      <source>time of day</source>
      <translation>وقت من اليوم</translation>
    </message>
    <message>
      <source>duration</source>
      <translation>مدة</translation>
    </message>
    <message>
      <source>repeated time</source>
      <translation>موعد متكرر</translation>
    </message>
    <message numerus="yes">
      <source>%n time(s)</source>
      <translation>
        <numerusform>لم يرد</numerusform>
        <numerusform>مرة واحدة</numerusform>
        <numerusform>مرتين</numerusform>
        <numerusform>%n مرات</numerusform>
        <numerusform>%n مرة</numerusform>
        <numerusform>%n مرة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>ولا غيرها</numerusform>
        <numerusform>وواحد آخر</numerusform>
        <numerusform>واثنان آخران</numerusform>
        <numerusform>و%n أخرى</numerusform>
        <numerusform>و%n غيرها</numerusform>
        <numerusform>و%n غيرها</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>أقل من يوم</numerusform>
        <numerusform>يوم واحد</numerusform>
        <numerusform>يومان</numerusform>
        <numerusform>%n أيام</numerusform>
        <numerusform>%n يومًا</numerusform>
        <numerusform>%n يوم</numerusform>
      </translation>
    </message>
    <message>
      <source>from {first} to {last}</source>
      <translation>من {first} إلى {last}</translation>
    </message>
    <message>
      <source>January</source>
      <translation>كانون الثاني/يناير</translation>
    </message>
    <message>
      <source>February</source>
      <translation>شباط/فبراير</translation>
    </message>
    <message>
      <source>March</source>
      <translation>آذار/مارس</translation>
    </message>
    <message>
      <source>April</source>
      <translation>نيسان/أبريل</translation>
    </message>
    <message>
      <source>May</source>
      <translation>أيار/مايو</translation>
    </message>
    <message>
      <source>June</source>
      <translation>حزيران/يونيو</translation>
    </message>
    <message>
      <source>July</source>
      <translation>تموز/يوليو</translation>
    </message>
    <message>
      <source>August</source>
      <translation>آب/أغسطس</translation>
    </message>
    <message>
      <source>September</source>
      <translation>أيلول/سبتمبر</translation>
    </message>
    <message>
      <source>October</source>
      <translation>تشرين الأول/أكتوبر</translation>
    </message>
    <message>
      <source>November</source>
      <translation>تشرين الثاني/نوفمبر</translation>
    </message>
    <message>
      <source>December</source>
      <translation>كانون الأول/ديسمبر</translation>
    </message>
    <message>
      <source>Muharram</source>
      <translation>محرم</translation>
    </message>
    <message>
      <source>Safar</source>
      <translation>صفر</translation>
    </message>
    <message>
      <source>Rabi I</source>
      <translation>ربيع الأول</translation>
    </message>
    <message>
      <source>Rabi II</source>
      <translation>ربيع الآخر</translation>
    </message>
    <message>
      <source>Jumada I</source>
      <translation>جمادى الأولى</translation>
    </message>
    <message>
      <source>Jumada II</source>
      <translation>جمادى الآخرة</translation>
    </message>
    <message>
      <source>Rajab</source>
      <translation>رجب</translation>
    </message>
    <message>
      <source>Shaban</source>
      <translation>شعبان</translation>
    </message>
    <message>
      <source>Ramadan</source>
      <translation>رمضان</translation>
    </message>
    <message>
      <source>Shawwal</source>
      <translation>شوال</translation>
    </message>
    <message>
      <source>Dhu al-Qada</source>
      <translation>ذو القعدة</translation>
    </message>
    <message>
      <source>Dhu al-Hijja</source>
      <translation>ذو الحجة</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation>الاثنين</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation>الثلاثاء</translation>
    </message>
    <message>
      <source>Wednesday</source>
      <translation>الأربعاء</translation>
    </message>
    <message>
      <source>Thursday</source>
      <translation>الخميس</translation>
    </message>
    <message>
      <source>Friday</source>
      <translation>الجمعة</translation>
    </message>
    <message>
      <source>Saturday</source>
      <translation>السبت</translation>
    </message>
    <message>
      <source>Sunday</source>
      <translation>الأحد</translation>
    </message>
    <message>
      <source>spring</source>
      <translation>ربيع</translation>
    </message>
    <message>
      <source>summer</source>
      <translation>صيف</translation>
    </message>
    <message>
      <source>autumn</source>
      <translation>خريف</translation>
    </message>
    <message>
      <source>winter</source>
      <translation>شتاء</translation>
    </message>
    <message>
      <source>first quarter of {of}</source>
      <translation>الربع الأول من {of}</translation>
    </message>
    <message>
      <source>second quarter of {of}</source>
      <translation>الربع الثاني من {of}</translation>
    </message>
    <message>
      <source>third quarter of {of}</source>
      <translation>الربع الثالث من {of}</translation>
    </message>
    <message>
      <source>fourth quarter of {of}</source>
      <translation>الربع الرابع من {of}</translation>
    </message>
    <message>
      <source>first half of {of}</source>
      <translation>النصف الأول من {of}</translation>
    </message>
    <message>
      <source>second half of {of}</source>
      <translation>النصف الثاني من {of}</translation>
    </message>
    <message>
      <source>beginning of {of}</source>
      <translation>مطلع {of}</translation>
    </message>
    <message>
      <source>middle of {of}</source>
      <translation>منتصف {of}</translation>
    </message>
    <message>
      <source>end of {of}</source>
      <translation>أواخر {of}</translation>
    </message>
    <message>
      <source>about {of}</source>
      <translation>{of} تقريبًا</translation>
    </message>
    <message>
      <source>before {of}</source>
      <translation>قبل {of}</translation>
    </message>
    <message>
      <source>after {of}</source>
      <translation>بعد {of}</translation>
    </message>
    <message>
      <source>up to {of}</source>
      <translation>حتى {of}</translation>
    </message>
    <message>
      <source>from {of} on</source>
      <translation>ابتداءً من {of}</translation>
    </message>
    <message>
      <source>more than {of}</source>
      <translation>{of} وأكثر</translation>
    </message>
    <message>
      <source>less than {of}</source>
      <translation>{of} أو أقل</translation>
    </message>
    <message>
      <source>at least {of}</source>
      <translation>{of} على الأقل</translation>
    </message>
    <message>
      <source>at most {of}</source>
      <translation>{of} على الأكثر</translation>
    </message>
    <message>
      <source>now</source>
      <translation>الآن</translation>
    </message>
    <message>
      <source>in the past</source>
      <translation>في الماضي</translation>
    </message>
    <message>
      <source>in the future</source>
      <translation>في المستقبل</translation>
    </message>
    <message>
      <source>{day}, morning</source>
      <translation>{day} صباحًا</translation>
    </message>
    <message>
      <source>{day}, noon</source>
      <translation>{day} ظهرًا</translation>
    </message>
    <message>
      <source>{day}, afternoon</source>
      <translation>{day} بعد الظهر</translation>
    </message>
    <message>
      <source>{day}, evening</source>
      <translation>{day} مساءً</translation>
    </message>
    <message>
      <source>{day}, night</source>
      <translation>{day} ليلًا</translation>
    </message>
    <message>
      <source>{day}, by day</source>
      <translation>{day} نهارًا</translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>أقل من سنة</numerusform>
        <numerusform>سنة واحدة</numerusform>
        <numerusform>سنتان</numerusform>
        <numerusform>%n سنوات</numerusform>
        <numerusform>%n سنة</numerusform>
        <numerusform>%n سنة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n month(s)</source>
      <translation>
        <numerusform>أقل من شهر</numerusform>
        <numerusform>شهر واحد</numerusform>
        <numerusform>شهران</numerusform>
        <numerusform>%n أشهر</numerusform>
        <numerusform>%n شهرًا</numerusform>
        <numerusform>%n شهر</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n week(s)</source>
      <translation>
        <numerusform>أقل من أسبوع</numerusform>
        <numerusform>أسبوع واحد</numerusform>
        <numerusform>أسبوعان</numerusform>
        <numerusform>%n أسابيع</numerusform>
        <numerusform>%n أسبوعًا</numerusform>
        <numerusform>%n أسبوع</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>أقل من ساعة</numerusform>
        <numerusform>ساعة واحدة</numerusform>
        <numerusform>ساعتان</numerusform>
        <numerusform>%n ساعات</numerusform>
        <numerusform>%n ساعة</numerusform>
        <numerusform>%n ساعة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>أقل من دقيقة</numerusform>
        <numerusform>دقيقة واحدة</numerusform>
        <numerusform>دقيقتان</numerusform>
        <numerusform>%n دقائق</numerusform>
        <numerusform>%n دقيقة</numerusform>
        <numerusform>%n دقيقة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>أقل من ثانية</numerusform>
        <numerusform>ثانية واحدة</numerusform>
        <numerusform>ثانيتان</numerusform>
        <numerusform>%n ثوانٍ</numerusform>
        <numerusform>%n ثانية</numerusform>
        <numerusform>%n ثانية</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n decade(s)</source>
      <translation>
        <numerusform>أقل من عقد</numerusform>
        <numerusform>عقد واحد</numerusform>
        <numerusform>عقدان</numerusform>
        <numerusform>%n عقود</numerusform>
        <numerusform>%n عقدًا</numerusform>
        <numerusform>%n عقد</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hundred year(s)</source>
      <translation>
        <numerusform>أقل من قرن</numerusform>
        <numerusform>قرن واحد</numerusform>
        <numerusform>قرنان</numerusform>
        <numerusform>%n قرون</numerusform>
        <numerusform>%n قرنًا</numerusform>
        <numerusform>%n قرن</numerusform>
      </translation>
    </message>
    <message>
      <source>every year</source>
      <translation>كل سنة</translation>
    </message>
    <message>
      <source>every month</source>
      <translation>كل شهر</translation>
    </message>
    <message>
      <source>every week</source>
      <translation>كل أسبوع</translation>
    </message>
    <message>
      <source>every day</source>
      <translation>كل يوم</translation>
    </message>
    <message>
      <source>every hour</source>
      <translation>كل ساعة</translation>
    </message>
    <message>
      <source>within {of}</source>
      <translation>خلال {of}</translation>
    </message>
    <message>
      <source>{weekday} {date}</source>
      <translation>{weekday} {date}</translation>
    </message>
    <message>
      <source>{day} {month}</source>
      <translation>{day} {month}</translation>
    </message>
    <message>
      <source>{day} {month} {year}</source>
      <translation>{day} {month} {year}</translation>
    </message>
    <message>
      <source>a day in {of}</source>
      <translation>يوم في {of}</translation>
    </message>
    <message>
      <source>day {day} of a month</source>
      <translation>اليوم {day} من شهر غير محدد</translation>
    </message>
    <message>
      <source>a day not yet known</source>
      <translation>يوم غير معروف بعد</translation>
    </message>
    <message>
      <source>a weekend</source>
      <translation>عطلة نهاية أسبوع</translation>
    </message>
    <message>
      <source>a week not yet known</source>
      <translation>أسبوع غير معروف بعد</translation>
    </message>
    <message>
      <source>a {weekday} in {of}</source>
      <translation>يوم {weekday} في {of}</translation>
    </message>
    <message>
      <source>{season} {year}</source>
      <translation>{season} {year}</translation>
    </message>
    <message>
      <source>a month in {of}</source>
      <translation>شهر في {of}</translation>
    </message>
    <message>
      <source>a year</source>
      <translation>سنة غير معروفة</translation>
    </message>
    <message>
      <source>the {decade}s</source>
      <translation>عقد {decade}</translation>
    </message>
    <message>
      <source>century {number}</source>
      <translation>القرن {number}</translation>
    </message>
    <message>
      <source>{day} at {clock}</source>
      <translation>{day} الساعة {clock}</translation>
    </message>
    <message>
      <source>several</source>
      <translation>عدة</translation>
    </message>
    <message>
      <source>{year} AH</source>
      <translation>{year} هـ</translation>
    </message>
    <message>
      <source>{hijri} ({date})</source>
      <translation>{hijri} ({date})</translation>
    </message>
    <message>
      <source>every {weekday}</source>
      <translation>أيام {weekday}</translation>
    </message>
    <message>
      <source>every {of}</source>
      <translation>دوريًا ({of})</translation>
    </message>
    <message>
      <source>{date} (worked out from the text)</source>
      <translation>{date} (مستنتج من النص)</translation>
    </message>
    <message>
      <source>date of the article unknown</source>
      <translation>تاريخ المقال غير معروف</translation>
    </message>
    <message numerus="yes">
      <source>one of %n day(s): {of}</source>
      <translation>
        <numerusform>يوم غير معروف: {of}</numerusform>
        <numerusform>يوم واحد: {of}</numerusform>
        <numerusform>أحد يومين: {of}</numerusform>
        <numerusform>أحد %n أيام: {of}</numerusform>
        <numerusform>أحد %n يومًا: {of}</numerusform>
        <numerusform>أحد %n يوم: {of}</numerusform>
      </translation>
    </message>
    <message>
      <source>given</source>
      <translation>محدد</translation>
    </message>
    <message>
      <source>worked out</source>
      <translation>مستنتج</translation>
    </message>
    <message>
      <source>several days possible</source>
      <translation>عدة أيام ممكنة</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>غير معروف</translation>
    </message>
    <message>
      <source>written: {date}</source>
      <translation>كُتب: {date}</translation>
    </message>
    <message numerus="yes">
      <source>%n event(s) without a known date</source>
      <translation>
        <numerusform>لا أحداث دون تاريخ معروف</numerusform>
        <numerusform>حدث واحد دون تاريخ معروف</numerusform>
        <numerusform>حدثان دون تاريخ معروف</numerusform>
        <numerusform>%n أحداث دون تاريخ معروف</numerusform>
        <numerusform>%n حدثًا دون تاريخ معروف</numerusform>
        <numerusform>%n حدث دون تاريخ معروف</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n earlier event(s)</source>
      <translation>
        <numerusform>لا أحداث قبلها</numerusform>
        <numerusform>حدث واحد قبلها</numerusform>
        <numerusform>حدثان قبلها</numerusform>
        <numerusform>%n أحداث قبلها</numerusform>
        <numerusform>%n حدثًا قبلها</numerusform>
        <numerusform>%n حدث قبلها</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n later event(s)</source>
      <translation>
        <numerusform>لا أحداث بعدها</numerusform>
        <numerusform>حدث واحد بعدها</numerusform>
        <numerusform>حدثان بعدها</numerusform>
        <numerusform>%n أحداث بعدها</numerusform>
        <numerusform>%n حدثًا بعدها</numerusform>
        <numerusform>%n حدث بعدها</numerusform>
      </translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} من {count}</translation>
    </message>
    <message>
      <source>People</source>
      <translation>أشخاص</translation>
    </message>
    <message>
      <source>Organizations</source>
      <translation>منظمات</translation>
    </message>
    <message>
      <source>Countries and cities</source>
      <translation>دول ومدن</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>مناطق</translation>
    </message>
    <message>
      <source>Facilities</source>
      <translation>منشآت</translation>
    </message>
    <message>
      <source>Nationalities and groups</source>
      <translation>جنسيات وجماعات</translation>
    </message>
    <message>
      <source>Named events</source>
      <translation>أحداث مسماة</translation>
    </message>
    <message>
      <source>Positions</source>
      <translation>مناصب</translation>
    </message>
    <message>
      <source>Amounts of money</source>
      <translation>مبالغ</translation>
    </message>
    <message>
      <source>Percentages</source>
      <translation>نسب</translation>
    </message>
    <message>
      <source>Counts</source>
      <translation>أعداد</translation>
    </message>
    <message>
      <source>Dates and times</source>
      <translation>تواريخ وأوقات</translation>
    </message>
    <message>
      <source>Event words</source>
      <translation>كلمات الأحداث</translation>
    </message>
    <message>
      <source>person</source>
      <translation>شخص</translation>
    </message>
    <message>
      <source>organization</source>
      <translation>منظمة</translation>
    </message>
    <message>
      <source>country or city</source>
      <translation>دولة أو مدينة</translation>
    </message>
    <message>
      <source>region</source>
      <translation>منطقة</translation>
    </message>
    <message>
      <source>facility</source>
      <translation>منشأة</translation>
    </message>
    <message>
      <source>nationality or group</source>
      <translation>جنسية أو جماعة</translation>
    </message>
    <message>
      <source>named event</source>
      <translation>حدث مسمى</translation>
    </message>
    <message>
      <source>position</source>
      <translation>منصب</translation>
    </message>
    <message>
      <source>amount of money</source>
      <translation>مبلغ</translation>
    </message>
    <message>
      <source>percentage</source>
      <translation>نسبة</translation>
    </message>
    <message>
      <source>count</source>
      <translation>عدد</translation>
    </message>
    <message>
      <source>Agreement</source>
      <translation>اتفاق</translation>
    </message>
    <message>
      <source>Talks and meetings</source>
      <translation>محادثات ولقاءات</translation>
    </message>
    <message>
      <source>Support</source>
      <translation>تأييد ودعم</translation>
    </message>
    <message>
      <source>Concession</source>
      <translation>تنازل</translation>
    </message>
    <message>
      <source>Cooperation</source>
      <translation>تعاون</translation>
    </message>
    <message>
      <source>Aid</source>
      <translation>مساعدة</translation>
    </message>
    <message>
      <source>Withdrawal or release</source>
      <translation>انسحاب أو إفراج</translation>
    </message>
    <message>
      <source>Call or demand</source>
      <translation>دعوة أو مطالبة</translation>
    </message>
    <message>
      <source>Accusation or criticism</source>
      <translation>اتهام أو انتقاد</translation>
    </message>
    <message>
      <source>Rejection</source>
      <translation>رفض</translation>
    </message>
    <message>
      <source>Threat or warning</source>
      <translation>تهديد أو تحذير</translation>
    </message>
    <message>
      <source>Protest or strike</source>
      <translation>احتجاج أو إضراب</translation>
    </message>
    <message>
      <source>Sanction or cut-off</source>
      <translation>عقوبة أو قطيعة</translation>
    </message>
    <message>
      <source>Mobilization</source>
      <translation>حشد وتعبئة</translation>
    </message>
    <message>
      <source>Coercion or arrest</source>
      <translation>قمع أو توقيف</translation>
    </message>
    <message>
      <source>Attack or fighting</source>
      <translation>هجوم أو قتال</translation>
    </message>
    <message>
      <source>Vote or election</source>
      <translation>تصويت أو انتخاب</translation>
    </message>
    <message>
      <source>Economy</source>
      <translation>اقتصاد</translation>
    </message>
    <message>
      <source>Appointment or resignation</source>
      <translation>تعيين أو استقالة</translation>
    </message>
    <message>
      <source>Accident or disaster</source>
      <translation>حادث أو كارثة</translation>
    </message>
    <message>
      <source>Other event</source>
      <translation>حدث آخر</translation>
    </message>
    <message>
      <source>Verbal cooperation</source>
      <translation>تعاون بالقول</translation>
    </message>
    <message>
      <source>Material cooperation</source>
      <translation>تعاون بالفعل</translation>
    </message>
    <message>
      <source>Verbal conflict</source>
      <translation>خلاف بالقول</translation>
    </message>
    <message>
      <source>Material conflict</source>
      <translation>خلاف بالفعل</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>غير ذلك</translation>
    </message>
    <message>
      <source>Happened</source>
      <translation>وقع</translation>
    </message>
    <message>
      <source>Ongoing</source>
      <translation>جارٍ</translation>
    </message>
    <message>
      <source>Planned</source>
      <translation>مقرر</translation>
    </message>
    <message>
      <source>Called for</source>
      <translation>مطلوب</translation>
    </message>
    <message>
      <source>Possible</source>
      <translation>محتمل</translation>
    </message>
    <message>
      <source>Negated</source>
      <translation>منفي</translation>
    </message>
    <message>
      <source>spelling</source>
      <translation>تهجئة</translation>
    </message>
    <message>
      <source>transliteration</source>
      <translation>نقحرة</translation>
    </message>
    <message>
      <source>other name</source>
      <translation>اسم آخر</translation>
    </message>
    <message>
      <source>country code</source>
      <translation>رمز الدولة</translation>
    </message>
    <message>
      <source>GeoNames</source>
      <translation>GeoNames</translation>
    </message>
    <message>
      <source>Wikidata</source>
      <translation>Wikidata</translation>
    </message>
    <message numerus="yes">
      <source>%n dead</source>
      <translation>
        <numerusform>لا قتلى</numerusform>
        <numerusform>قتيل واحد</numerusform>
        <numerusform>قتيلان</numerusform>
        <numerusform>%n قتلى</numerusform>
        <numerusform>%n قتيلًا</numerusform>
        <numerusform>%n قتيل</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n injured</source>
      <translation>
        <numerusform>لا جرحى</numerusform>
        <numerusform>جريح واحد</numerusform>
        <numerusform>جريحان</numerusform>
        <numerusform>%n جرحى</numerusform>
        <numerusform>%n جريحًا</numerusform>
        <numerusform>%n جريح</numerusform>
      </translation>
    </message>
    <message>
      <source>{count} ({speaker})</source>
      <translation>{count} (بحسب {speaker})</translation>
    </message>
    <message>
      <source>corrected by you</source>
      <translation>مصحح منك</translation>
    </message>
    <message numerus="yes">
      <source>mentions: %n</source>
      <translation>
        <numerusform>لم يُذكر</numerusform>
        <numerusform>ذُكر مرة واحدة</numerusform>
        <numerusform>ذُكر مرتين</numerusform>
        <numerusform>ذُكر %n مرات</numerusform>
        <numerusform>ذُكر %n مرة</numerusform>
        <numerusform>ذُكر %n مرة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>repeated: %n</source>
      <translation>
        <numerusform>غير مكررة</numerusform>
        <numerusform>مكررة مرة واحدة</numerusform>
        <numerusform>مكررة مرتين</numerusform>
        <numerusform>مكررة %n مرات</numerusform>
        <numerusform>مكررة %n مرة</numerusform>
        <numerusform>مكررة %n مرة</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n difference(s)</source>
      <translation>
        <numerusform>لا فروق</numerusform>
        <numerusform>فرق واحد</numerusform>
        <numerusform>فرقان</numerusform>
        <numerusform>%n فروق</numerusform>
        <numerusform>%n فرقًا</numerusform>
        <numerusform>%n فرق</numerusform>
      </translation>
    </message>
    <message>
      <source>F7 for a caret that the arrow keys move through the text</source>
      <translation>F7 لمؤشر كتابة تحركه الأسهم في النص</translation>
    </message>
    <message>
      <source>p. {page}</source>
      <translation>ص {page}</translation>
    </message>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>لا مواضع</numerusform>
        <numerusform>موضع واحد</numerusform>
        <numerusform>موضعان</numerusform>
        <numerusform>%n مواضع</numerusform>
        <numerusform>%n موضعًا</numerusform>
        <numerusform>%n موضع</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in folded copies</source>
      <translation>
        <numerusform>لا شيء في النسخ المطوية</numerusform>
        <numerusform>موضع واحد في النسخ المطوية</numerusform>
        <numerusform>موضعان في النسخ المطوية</numerusform>
        <numerusform>%n مواضع في النسخ المطوية</numerusform>
        <numerusform>%n موضعًا في النسخ المطوية</numerusform>
        <numerusform>%n موضع في النسخ المطوية</numerusform>
      </translation>
    </message>
    <message>
      <source>soft edge: the day is not known exactly</source>
      <translation>حافة باهتة: اليوم غير معروف بدقة</translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) not on the map</source>
      <translation>
        <numerusform>لا مكان خارج الخريطة</numerusform>
        <numerusform>مكان واحد ليس على الخريطة</numerusform>
        <numerusform>مكانان ليسا على الخريطة</numerusform>
        <numerusform>%n أماكن ليست على الخريطة</numerusform>
        <numerusform>%n مكانًا ليس على الخريطة</numerusform>
        <numerusform>%n مكان ليس على الخريطة</numerusform>
      </translation>
    </message>
  </context>
</TS>