/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-opening-words.h"

static const TwfOpeningVerb english[] = {
  { TWF_ACT_NONE,
    "recalls|considers|takes into account|takes into consideration|looks forward|expresses|"
    "declares|solemnly declares|proclaims|adopts|approves|authorizes|appropriates|agrees|reminds|"
    "believes|commits|recommits|thanks|pays tribute|expects|elects|appoints|establishes|rejects|"
    "congratulates|intends|remains|takes action|draws attention|draws the attention|concludes|"
    "confirms|shares|designates|trusts|assesses|apportions|renews|desires|honours|opposes|refers|"
    "commemorates|feels|transmits|launches|determines|remains concerned|"
    "regrets and expresses|condemns and expresses|seeks|is aware|is mindful|is convinced|is guided",
    "recalling|considering|taking into account|taking into consideration|looking forward|"
    "expressing|declaring|aware|conscious|cognizant|mindful|bearing in mind|keeping in mind|guided|"
    "convinced|firmly convinced|having considered|having examined|having received|"
    "having reviewed|having heard|having adopted|having regard|having in mind|having decided|"
    "determined|resolved|desirous|desiring|wishing|believing|firmly believing|referring|hoping|"
    "committed|commemorating|drawing attention|confirming|reminding|intending|honouring|honoured|"
    "inspired|encouraged|sharing|remaining|congratulating|thanking|paying tribute|being aware|"
    "being mindful|being convinced|seeking|proclaiming|rejecting|celebrating|adopting|confident|"
    "having also considered|having taken note|having also examined|observing|marking|acting|"
    "having noted|trusting|acknowledging with|agreeing|satisfied|approving|remaining seized|"
    "understanding|recommitting|pledging" },
  { TWF_ACT_NOTE,
    "notes|takes note|takes cognizance|observes|points out",
    "noting|taking note|taking cognizance|pointing out" },
  { TWF_ACT_RECOGNIZE,
    "recognizes|acknowledges|appreciates",
    "recognizing|acknowledging|appreciating" },
  { TWF_ACT_EMPHASIZE,
    "emphasizes|re-emphasizes|stresses|underlines|underscores|highlights",
    "emphasizing|re-emphasizing|stressing|underlining|underscoring|highlighting" },
  { TWF_ACT_REAFFIRM, "affirms|reaffirms|reiterates", "affirming|reaffirming|reiterating" },
  { TWF_ACT_ENCOURAGE, "encourages", "encouraging" },
  { TWF_ACT_INVITE, "invites", "inviting" },
  { TWF_ACT_RECOMMEND, "recommends", "recommending" },
  { TWF_ACT_REQUEST, "requests", "requesting" },
  { TWF_ACT_CALL,
    "calls upon|calls once again upon|calls for|calls on|calls|appeals",
    "calling upon|calling for|calling on|calling|appealing" },
  { TWF_ACT_URGE, "urges", "urging" },
  { TWF_ACT_DEMAND, "demands", "demanding" },
  { TWF_ACT_DECIDE, "decides|resolves|directs|instructs", "deciding" },
  { TWF_ACT_REGRET, "regrets", "regretting" },
  { TWF_ACT_CONCERN,
    "is concerned|is deeply concerned|is alarmed|remains concerned|remains deeply concerned|"
    "remains gravely concerned|remains seriously concerned|remains alarmed",
    "concerned|alarmed|disturbed|distressed|dismayed|being concerned|appalled|troubled|"
    "noting with alarm|shocked|saddened|outraged|remaining concerned" },
  { TWF_ACT_DEPLORE, "deplores", "deploring" },
  { TWF_ACT_CONDEMN, "condemns|denounces", "condemning|denouncing" },
  { TWF_ACT_WELCOME, "welcomes|commends|applauds", "welcoming|commending|applauding" },
  { TWF_ACT_SUPPORT, "supports", "supporting" },
  { TWF_ACT_ENDORSE, "endorses", "endorsing" },
};

#define EN_DEGREE                                                                                  \
  "(?:(?:very )?(?:deep|deepest|grave|gravest|serious|great|strong|strongest|profound|sincere|"    \
  "full|firm|particular|continued|utmost|extreme|unwavering|unequivocal|steadfast|heartfelt|warm|" \
  "high|special|resolute|continuing|growing|outrage and|solidarity and) )?"

static const TwfOpeningVerb arabic[] = {
  { TWF_ACT_NONE,
    "تشير|تذكر|تأخذ في الاعتبار|تأخذ في اعتبارها|تضع في اعتبارها|تضع في الاعتبار|تتطلع|تعرب|تعلن|"
    "تعتمد|توافق|تأذن|ترصد|ترى|تتفق|تلتزم|تهنئ|تشكر|تقترح|تدرك|تعي|تقدر|تعتزم|ترفض|تنشئ|تسلط الضوء|"
    "تعتقد|تجدد|تجدد التزامها|تسترشد|تتعهد|تأمل|توجه الانتباه|تسترعي الانتباه|تسترعي انتباه|توجه "
    "انتباه|"
    "تعين|تنتخب|تخصص|تقسم|تود|ترغب|تتوقع|تثق|تبقي|تستذكر|تحتفل|تنظر|تقتنع|تذكر|تكرس|تؤمن|تجزم|"
    "تختتم|توجه",
    "وقد نظرت|وقد درست|وقد نظر|وقد استعرضت|وقد تلقت|وقد بحثت|وقد أحاطت علما|اقتناعا منها|واقتناعا "
    "منها|"
    "إدراكا منها|وإدراكا منها|رغبة منها|ورغبة منها|تصميما منها|وتصميما منها|عزما منها|وعزما منها|"
    "إيمانا منها|وإيمانا منها|حرصا منها|وحرصا منها|اعترافا منها|واعترافا منها|تأكيدا منها|وتأكيدا "
    "منها|"
    "وعيا منها|ووعيا منها|إذ هي مقتنعة|وإذ هي مقتنعة|إذ هي عاقدة العزم|وإذ هي عاقدة العزم|"
    "وإذ هي مصممة|إذ هي مصممة|وإذ هي ملتزمة|وإذ يشجعها|وإذ يحدوها|إذ يشجعها|وسعيا منها|واسترشادا|"
    "وإذ يحدوها الأمل|وإذ عقدت العزم|وقد عقدت العزم|اقتناعا منه|وقد أجرت|التزاما منها|والتزاما "
    "منها" },
  { TWF_ACT_NOTE, "تلاحظ|تحيط علما|تأخذ علما", NULL },
  { TWF_ACT_RECOGNIZE, "تسلم|تقر|تعترف|تنوه", NULL },
  { TWF_ACT_EMPHASIZE, "تشدد|تؤكد|تبرز", NULL },
  { TWF_ACT_REAFFIRM,
    "تؤكد من جديد|تؤكد مجددا|تعيد تأكيد|تعيد أيضا تأكيد|تعيد كذلك تأكيد|تعيد التأكيد|تكرر تأكيد|"
    "تكرر أيضا تأكيد|تكرر كذلك تأكيد|تكرر التأكيد|تكرر|تكرر الإعراب",
    NULL },
  { TWF_ACT_ENCOURAGE, "تشجع", NULL },
  { TWF_ACT_INVITE, "تدعو", NULL },
  { TWF_ACT_RECOMMEND, "توصي", NULL },
  { TWF_ACT_REQUEST, "تطلب|ترجو|تكرر طلبها", NULL },
  { TWF_ACT_CALL, "تهيب|تناشد", NULL },
  { TWF_ACT_URGE, "تحث", NULL },
  { TWF_ACT_DEMAND, "تطالب", NULL },
  { TWF_ACT_DECIDE, "تقرر", NULL },
  { TWF_ACT_REGRET, "تأسف", NULL },
  { TWF_ACT_CONCERN,
    NULL,
    "وإذ يساورها|إذ يساورها|وإذ لا يزال يساورها|وإذ يساورها كغيرها|وإذ يثير جزعها|وإذ تثير جزعها|"
    "وإذ يقلقها|وإذ يثير قلقها|إذ يثير جزعها|وإذ يساوره|إذ يساوره|وإذ لا تزال يساورها|وإذ لا يزال "
    "يقلقها|"
    "وإذ يثير بالغ جزعها|وإذ يروعها|وإذ تشعر|وإذ يساورها كذلك|وإذ يساورها أيضا|إذ يقلقها|"
    "وإذ يزعجها" },
  { TWF_ACT_DEPLORE, "تشجب|تستنكر", NULL },
  { TWF_ACT_CONDEMN, "تدين", NULL },
  { TWF_ACT_WELCOME, "ترحب|تثني|تشيد", NULL },
  { TWF_ACT_SUPPORT, "تدعم|تساند", NULL },
  { TWF_ACT_ENDORSE, "تؤيد|تقر بصيغته", NULL },
};

#define AR_DEGREE "(?:بالغ|شديد|عميق|خالص|أشد|عظيم|بليغ|كبير|البالغ|الشديد|العميق|الكبير|بالغة)"
#define AR_FEELING                                                                                                                                                     \
  "(?:ال)?(?:قلق|تقدير|ارتياح|أسف|استياء|استيائ|جزع|اقتناع|امتنان|انزعاج|اهتمام|شكر|اعتزاز|أسى|" \
  "ألم|حزن|"                                                                                                                                                     \
  "سخط|استنكار)(?:ها|ه)?"

static const TwfOpeningVerb chinese[] = {
  { TWF_ACT_NONE,
    "回顾|忆及|考虑到|顾及|期待|表示|宣布|宣告|庄严宣告|通过并|核准|授权|批款|同意|提醒|认为|"
    "认为有必要|"
    "相信|坚信|深信|承诺|再次承诺|感谢|致敬|祝贺|提请注意|提请|铭记|念及|意识到|遵循|审议了|审议|"
    "审查了|"
    "决心|希望|提及|知悉|意图|纪念|反对|拒绝|分享|着手|铭记着|表示期待|重新承诺|继续致力于|致力于|"
    "设立|任命|选举|深感|有意|又审议了|收到|听取了|满怀信心|确信|期望|愿|满意",
    NULL },
  { TWF_ACT_NOTE, "注意到|表示注意到|指出", NULL },
  { TWF_ACT_RECOGNIZE, "认识到|承认|确认|肯定|赞赏|表示赞赏|认识", NULL },
  { TWF_ACT_EMPHASIZE,
    "强调|强调指出|着重指出|重点指出|特别指出|着重强调|特别强调|突出强调|再次强调",
    NULL },
  { TWF_ACT_REAFFIRM, "重申|申明|再次申明|再次重申", NULL },
  { TWF_ACT_ENCOURAGE, "鼓励", NULL },
  { TWF_ACT_INVITE, "邀请|恳请", NULL },
  { TWF_ACT_RECOMMEND, "建议", NULL },
  { TWF_ACT_REQUEST, "请", NULL },
  { TWF_ACT_CALL, "促请|呼吁|吁请", NULL },
  { TWF_ACT_URGE, "敦促", NULL },
  { TWF_ACT_DEMAND, "要求", NULL },
  { TWF_ACT_DECIDE, "决定|决意", NULL },
  { TWF_ACT_REGRET, "感到遗憾的是|感到遗憾|遗憾", NULL },
  { TWF_ACT_CONCERN,
    "关切|感到关切|感到关切的是|震惊|感到震惊|感到震惊的是|不安|深感不安|深感不安的是|深表关切|"
    "深切关注|"
    "深为关切|严重关切|感到不安|惊恐|重申关切|重申深为关切|重申严重关切",
    NULL },
  { TWF_ACT_DEPLORE, "痛惜|痛责|斥责|谴责并痛惜", NULL },
  { TWF_ACT_CONDEMN, "谴责", NULL },
  { TWF_ACT_WELCOME, "欢迎|欣见|赞扬|称赞|欣慰", NULL },
  { TWF_ACT_SUPPORT, "支持", NULL },
  { TWF_ACT_ENDORSE, "认可|核可|赞同", NULL },
};

static const TwfOpeningVerb french[] = {
  { TWF_ACT_NONE,
    "rappelle|tient compte|prend en considération|attend|attend avec intérêt|exprime|se déclare|"
    "se dit|déclare|déclare "
    "solennellement|proclame|adopte|approuve|autorise|ouvre|convient|rappelle|"
    "s’engage|remercie|rend hommage|félicite|sait gré|entend|estime|mesure|souhaite|se réjouit|"
    "renouvelle|redit|lance|lance un appel|crée|désigne|élit|rejette|confirme|prévoit|regrette|"
    "appelle l’attention|appelle de ses vœux|partage|soumet|dit souhaiter|s’associe|croit|"
    "garde à l’esprit|a conscience|est consciente|est conscient|"
    "prend la résolution|compte|se déclare favorable|est favorable|répartit|constitue|charge|"
    "demeure saisie|est convaincue|juge|voit|veut|s’oppose",
    "rappelant|rappelan|tenant compte|prenant en considération|prenant en compte|attendant avec "
    "intérêt|exprimant|se déclarant|se disant|déclarant|consciente|conscient|ayant conscience|"
    "ayant à l’esprit|gardant à l’esprit|ayant examiné|ayant également examiné|ayant étudié|ayant "
    "reçu|ayant entendu|convaincue|convaincu|guidée|guidé|résolue|résolu|déterminée|déterminé|"
    "désireuse|désireux|souhaitant|s’inspirant|estimant|mesurant|sachant|sachant gré|remerciant|"
    "félicitant|rendant hommage|redisant|renouvelant|appelant l’attention|se référant|croyant|"
    "craignant|espérant|comptant|proclamant|confirmant|rejetant|attachée|partageant|se réjouissant|"
    "encouragée|certaine|persuadée|commémorant|s’engageant|demeurant|honorant|célébrant|entendant|"
    "animée|soucieuse|se souvenant|vu|tenant|s’associant|voulant|restant" },
  { TWF_ACT_NOTE,
    "note|prend note|prend également note|prend acte|prend également acte|observe|relève|prend "
    "connaissance",
    "notant|prenant note|prenant également note|prenant acte|prenant également "
    "acte|observant|relevant" },
  { TWF_ACT_RECOGNIZE,
    "reconnaît|constate|considère|sait|apprécie",
    "reconnaissant|constatant|considérant|appréciant" },
  { TWF_ACT_EMPHASIZE,
    "souligne|insiste|met l’accent|met en avant|met en relief|met en évidence",
    "soulignant|insistant|mettant l’accent|mettant en avant|mettant en relief|mettant en "
    "évidence" },
  { TWF_ACT_REAFFIRM, "affirme|réaffirme|réitère", "affirmant|réaffirmant|réitérant" },
  { TWF_ACT_ENCOURAGE, "encourage", "encourageant" },
  { TWF_ACT_INVITE, "invite", "invitant" },
  { TWF_ACT_RECOMMEND, "recommande|préconise", "recommandant|préconisant" },
  { TWF_ACT_REQUEST, "prie", "priant" },
  { TWF_ACT_CALL, "demande|appelle|engage", "demandant|appelant|engageant" },
  { TWF_ACT_URGE,
    "exhorte|demande instamment|prie instamment|engage instamment|invite instamment",
    "exhortant|demandant instamment|priant instamment|engageant instamment|invitant instamment" },
  { TWF_ACT_DEMAND, "exige", "exigeant" },
  { TWF_ACT_DECIDE, "décide", "décidant" },
  { TWF_ACT_REGRET, NULL, "regrettant" },
  { TWF_ACT_CONCERN,
    "s’inquiète|se préoccupe|s’alarme|est préoccupée|est alarmée",
    "préoccupée|préoccupé|alarmée|alarmé|inquiète|inquiet|s’inquiétant|"
    "troublée|bouleversée|consternée|demeurant préoccupée|atterrée|effarée|"
    "s’alarmant|choquée|indignée|se préoccupant|angoissée|restant préoccupée" },
  { TWF_ACT_DEPLORE, "déplore|réprouve", "déplorant|réprouvant" },
  { TWF_ACT_CONDEMN, "condamne|dénonce", "condamnant|dénonçant" },
  { TWF_ACT_WELCOME,
    "se félicite|salue|accueille|accueille favorablement|loue",
    "se félicitant|saluant|accueillant|accueillant favorablement|louant" },
  { TWF_ACT_SUPPORT, "appuie|soutient", "appuyant|soutenant" },
  { TWF_ACT_ENDORSE,
    "souscrit|fait sienne|fait siennes|fait sien|fait siens",
    "souscrivant|faisant sienne|faisant siennes" },
};

#define FR_DEGREE                                                                                     \
  "(?:(?:très |plus |la plus |les plus )?(?:vive|vives|vif|profonde|profond|grande|grand|grave|"     \
  "graves|sincère|sincères|ferme|fermes|plein|pleine|extrême|forte|fort|vigoureuse|inébranlable|" \
  "indéfectible|énergique) )?"

static const TwfOpeningVerb russian[] = {
  { TWF_ACT_NONE,
    "напоминает|ссылается|учитывает|принимает во внимание|ожидает|выражает|заявляет|торжественно "
    "заявляет|провозглашает|принимает|утверждает|уполномочивает|ассигнует|соглашается|благодарит|"
    "воздает должное|отдает должное|считает|намеревается|обязуется|"
    "отвергает|избирает|назначает|учреждает|обращается|обращается с призывом|обращается с просьбой|"
    "высказывается|выступает|поздравляет|сознает|разделяет|присоединяется|повторяет|"
    "надеется|верит|убеждена|высоко оценивает|обращает внимание|высоко ценит|"
    "дает высокую оценку|возобновляет|рассматривает|распределяет|создает|планирует|желает|вновь",
    "напоминая|ссылаясь|учитывая|принимая во внимание|ожидая|выражая|заявляя|рассмотрев|изучив|"
    "сознавая|осознавая|памятуя|руководствуясь|будучи убеждена|будучи убежден|будучи преисполнена "
    "решимости|будучи осведомлена|будучи привержена|будучи воодушевлена|будучи твердо убеждена|"
    "желая|стремясь|считая|полагая|отдавая должное|воздавая должное|повторяя|"
    "высоко оценивая|разделяя|благодаря|обращаясь|надеясь|намереваясь|заслушав|получив|веря|"
    "провозглашая|отвергая|празднуя|отмечая годовщину|принимая|обращая внимание|обязуясь|будучи|"
    "воодушевленная|вдохновляясь|вновь|исходя|имея в виду|действуя|чествуя|будучи полна решимости|"
    "чтя|выступая|высказываясь|присоединяясь|соглашаясь|испытывая|оставаясь|помня" },
  { TWF_ACT_NOTE,
    "отмечает|принимает к сведению|принимает также к сведению",
    "отмечая|принимая к сведению|принимая также к сведению" },
  { TWF_ACT_RECOGNIZE, "признает|констатирует", "признавая|констатируя" },
  { TWF_ACT_EMPHASIZE,
    "подчеркивает|особо отмечает|обращает особое внимание|особо указывает|акцентирует|"
    "акцентирует внимание|особо подчеркивает|придает особое значение",
    "подчеркивая|особо отмечая|обращая особое внимание|особо указывая|особо подчеркивая|"
    "акцентируя внимание" },
  { TWF_ACT_REAFFIRM,
    "подтверждает|вновь подтверждает|вновь заявляет",
    "подтверждая|вновь подтверждая|вновь заявляя" },
  { TWF_ACT_ENCOURAGE, "рекомендует|поощряет", "рекомендуя|поощряя" },
  { TWF_ACT_INVITE, "предлагает|приглашает", "предлагая|приглашая" },
  { TWF_ACT_REQUEST, "просит", "прося" },
  { TWF_ACT_CALL, "призывает", "призывая" },
  { TWF_ACT_URGE, "настоятельно призывает", "настоятельно призывая" },
  { TWF_ACT_DEMAND, "требует", "требуя" },
  { TWF_ACT_DECIDE, "постановляет|поручает|решает", "постановляя" },
  { TWF_ACT_REGRET, "сожалеет|выражает сожаление", "сожалея|выражая сожаление" },
  { TWF_ACT_CONCERN,
    "обеспокоена|озабочена|встревожена",
    "будучи обеспокоена|будучи озабочена|будучи встревожена|будучи глубоко обеспокоена|будучи "
    "глубоко озабочена|будучи серьезно обеспокоена|будучи серьезно озабочена|обеспокоенная|"
    "будучи крайне обеспокоена|будучи по-прежнему глубоко обеспокоена|будучи шокирована|"
    "будучи крайне озабочена|будучи глубоко встревожена|будучи глубоко потрясена|"
    "будучи по-прежнему обеспокоена|будучи чрезвычайно обеспокоена|будучи глубоко возмущена" },
  { TWF_ACT_DEPLORE, "порицает", "порицая" },
  { TWF_ACT_CONDEMN, "осуждает", "осуждая" },
  { TWF_ACT_WELCOME, "приветствует", "приветствуя" },
  { TWF_ACT_SUPPORT, "поддерживает", "поддерживая" },
  { TWF_ACT_ENDORSE, "одобряет", "одобряя" },
};

#define RU_DEGREE                                                                                                                                                        \
  "(?:(?:глубок|серьезн|больш|глубочайш|крайн|искренн|сильн|горяч|решительн|особ|тв[её]рд|полн|" \
  "неизменн|самую сер[ьъ]езн|сво|чрезвычайн|огромн)\\p{L}* )*"

static const TwfOpeningVerb spanish[] = {
  { TWF_ACT_NONE,
    "recuerda|considera|tiene en cuenta|toma en consideración|tiene presente|aguarda con interés|"
    "espera con interés|expresa|declara|declara solemnemente|proclama|aprueba|autoriza|consigna|"
    "conviene|se compromete|agradece|rinde "
    "homenaje|felicita|rechaza|elige|nombra|establece|confirma|"
    "señala a la atención|comparte|renueva|manifiesta|hace referencia|se propone|es consciente|"
    "cree|confía|espera|desea|prorratea|reconoce y|da las gracias|presenta|se adhiere|celebra|"
    "subraya y|designa|crea|está convencida|adopta|adquiere|sigue|acuerda|tiene "
    "la "
    "intención|anuncia|conmemora|se suma|valora",
    "recordando|considerando|teniendo en cuenta|tomando en consideración|teniendo "
    "presente|teniendo "
    "presentes|aguardando con interés|esperando con interés|expresando|declarando|consciente|"
    "conocedora|convencida|firmemente convencida|guiada|guiándose|habiendo examinado|habiendo "
    "considerado|habiendo recibido|habiendo estudiado|habiendo escuchado|decidida|resuelta|deseosa|"
    "deseando|creyendo|haciendo referencia|refiriéndose|confirmando|compartiendo|alentada|honrando|"
    "conmemorando|comprometiéndose|renovando|rindiendo homenaje|agradeciendo|felicitando|"
    "empeñada|inspirada|esperando|proclamando|rechazando|celebrando|conociendo|manifestando|"
    "señalando a la atención|confiando|persuadida|conscientes|convencido|"
    "siguiendo|comprometida|valorando|aprobando|sabedora|ansiosa|acordando|estimando|segura" },
  { TWF_ACT_NOTE,
    "observa|toma nota|hace notar|señala|toma conocimiento|nota",
    "observando|tomando nota|haciendo notar|señalando|tomando conocimiento|notando" },
  { TWF_ACT_RECOGNIZE, "reconoce|aprecia", "reconociendo|apreciando" },
  { TWF_ACT_EMPHASIZE,
    "destaca|pone de relieve|subraya|recalca|resalta|hace hincapié",
    "destacando|poniendo de relieve|subrayando|recalcando|resaltando|haciendo hincapié" },
  { TWF_ACT_REAFFIRM, "afirma|reafirma|reitera", "afirmando|reafirmando|reiterando" },
  { TWF_ACT_ENCOURAGE, "alienta|anima", "alentando|animando" },
  { TWF_ACT_INVITE, "invita", "invitando" },
  { TWF_ACT_RECOMMEND, "recomienda", "recomendando" },
  { TWF_ACT_REQUEST, "solicita|ruega", "solicitando|rogando" },
  { TWF_ACT_CALL,
    "exhorta|pide|hace un llamamiento|hace un llamado",
    "exhortando|pidiendo|haciendo un llamamiento" },
  { TWF_ACT_URGE, "insta|insta encarecidamente", "instando" },
  { TWF_ACT_DEMAND, "exige", "exigiendo" },
  { TWF_ACT_DECIDE, "decide|resuelve|encarga", "decidiendo" },
  { TWF_ACT_REGRET, "lamenta", "lamentando" },
  { TWF_ACT_CONCERN,
    "está preocupada|está profundamente preocupada|sigue preocupada|sigue profundamente preocupada|"
    "sigue gravemente preocupada|sigue seriamente preocupada",
    "preocupada|preocupado|alarmada|alarmado|inquieta|perturbada|consternada|siguiendo preocupada|"
    "horrorizada|indignada|conmocionada|entristecida|angustiada" },
  { TWF_ACT_DEPLORE, "deplora|repudia", "deplorando|repudiando" },
  { TWF_ACT_CONDEMN, "condena|denuncia", "condenando|denunciando" },
  { TWF_ACT_WELCOME,
    "acoge con beneplácito|acoge con satisfacción|acoge con agrado|acoge con aprecio|acoge|encomia|"
    "elogia|acoge favorablemente",
    "acogiendo con beneplácito|acogiendo con satisfacción|acogiendo con agrado|acogiendo con "
    "aprecio|"
    "acogiendo|encomiando|elogiando|acogiendo favorablemente" },
  { TWF_ACT_SUPPORT, "apoya", "apoyando" },
  { TWF_ACT_ENDORSE,
    "hace suya|hace suyas|hace suyo|hace suyos|suscribe",
    "haciendo suya|haciendo suyas|haciendo suyo" },
};

#define ES_DEGREE                                                                                   \
  "(?:(?:más )?(?:gran|profunda|profundo|grave|seria|serio|suma|sumo|honda|hondo|sincera|sincero|" \
  "firme|enérgica|enérgico|pleno|plena|viva|vivo|especial|extrema|inquebrantable|decidido|"       \
  "continuo|constante|creciente|máxima|máximo) )?"

static const TwfOpeningLanguage languages[] = {
  { "en",
    english,
    G_N_ELEMENTS (english),
    "also|further|once again|once more|again|strongly|deeply|gravely|seriously|firmly|solemnly|"
    "fully|profoundly|extremely|urgently|unequivocally|categorically|highly|greatly|warmly|"
    "particularly|very|remaining|still|hereby|in this regard|,? ?in this regard,?|keenly|"
    "sincerely|fervently|reiterates and",
    "also|(?<!s )further|once again|once more|again|strongly|in particular|in this regard|with "
    "favour|"
    "in this context|in this respect|as well|especially|unequivocally|gravely|deeply|seriously|"
    "accordingly|with (?:the )?" EN_DEGREE "(?:and " EN_DEGREE
    ")?(?:concern|appreciation|satisfaction|regret|interest|gratitude|alarm|"
    "dismay|approval|disappointment|sadness|thanks|sorrow|pride|shock|outrage|indignation|"
    "encouragement|deep concern|grief|respect)|"
    "its " EN_DEGREE "(?:and " EN_DEGREE
    ")?(?:concern|concerns|appreciation|satisfaction|regret|interest|gratitude|alarm|thanks|"
    "request|requests|call upon|call for|call on|call to|calls? upon|call|invitation|commitment|"
    "commitments|determination|support|resolve|demand|appeal|conviction|condemnation|"
    "recommendation|"
    "encouragement|adherence|readiness|intention|solidarity|hope|belief|sympathy|"
    "condolences|indignation|dismay|outrage|disappointment|opposition|confidence|will|view|desire|"
    "expectation|readiness|position|willingness|shock|sorrow)|" EN_DEGREE
    "(?:concern|appreciation|satisfaction|regret|interest|gratitude|alarm|support|commitment|"
    "outrage|dismay|thanks|solidarity|sympathy|conviction|hope|disappointment|indignation)|"
    "in the strongest (?:possible )?terms|in the strongest possible manner|to encourage",
    " and |, and |, | as well as ",
    "(?!(?<=requests|supports|demands|\\bnotes|appeals) (?:for|from|of|by|on|are|is|and)\\b)",
    "strongly|urgently|firmly|unequivocally",
    "appreciation|satisfaction|gratitude|approval|favour|thanks",
    "interest",
    "concern|alarm|dismay|regret|disappointment|sadness|outrage",
    "deep|grave|serious|great|strong|profound|extreme|alarm",
    "strongest|strongly" },
  { "ar",
    arabic,
    G_N_ELEMENTS (arabic),
    "إذ|وإذ",
    "أيضا|كذلك|مرة أخرى|من جديد|مجددا|بقوة|بشدة|بإلحاح|"
    "علما|بوجه خاص|بصفة خاصة|بشكل خاص|"
    "(?:مع|ب|عن)? ?" AR_DEGREE "? ?" AR_FEELING "(?: " AR_DEGREE ")?|"
    "ب" AR_DEGREE "? ?" AR_FEELING "(?: " AR_DEGREE ")?|"
    "بأشد العبارات(?: الممكنة)?|بأقوى العبارات(?: الممكنة)?|أشد الإدانة|إدانة شديدة|اقتناعا "
    "(?:راسخا|تاما)|"
    "(?:طلبها|دعوتها|التزامها|تصميمها|قلقها|تقديرها|إدانتها|اقتناعها|دعمها|تأييدها|عزمها|مطالبتها|"
    "ندائها|نداءها|توصيتها|تمسكها|استعدادها|موقفها|إيمانها)(?: "
    "(?:البالغ|الشديد|العميق|الراسخ|القوي|الكامل|التام|الثابت|القاطع))?|"
    "تأكيد|الإعراب|الراسخ|القلق البالغ",
    "،? و",
    NULL,
    "بقوة|بشدة|بإلحاح",
    "تقدير|ارتياح|امتنان",
    "اهتمام",
    "قلق|أسف|جزع|استياء|انزعاج",
    "بالغ|شديد|عميق|أشد",
    "بأشد|بأقوى|بشدة|بقوة" },
  { "zh",
    chinese,
    G_N_ELEMENTS (chinese),
    "又|还|再次|再度|同样|并|仍|大力|强烈|坚决|最强烈地|极力|郑重|庄严|深|深为|深感|表示|严重|极为|"
    "断然|正式|毫无保留地|(?:又|还)?在这方面|特别|坚定地?|继续|一再|诚恳|迫切|紧急|"
    "(?:表示)?(?:赞赏地|关切地|深为关切地|极为关切地|严重关切地|非常关切地|满意地|遗憾地|感兴趣地|"
    "震惊地|欣慰地|"
    "感激地|不安地|深表关切地|十分关切地|深切关切地|惊恐地|痛心地|高兴地|欣见地|痛惜地|失望地)|"
    "感兴趣地|深切|最|完全|充分|"
    "毫不含糊地|明确|坚决地|强烈地|进一步|特此|再一次|十分|非常|感到",
    "(?:表示)?(?:深为|严重|极为|最严重|十分|非常|深切|深深)?(?:关切|赞赏|感谢|遗憾|支持|满意|感激|"
    "震惊|惊愕|期待|敬意|声援|不安|失望)|"
    "(?<=表示)(?:坚决|坚定|全力|完全|充分|强烈)?(?:支持|决心|谴责)|的是|深为关切|严重关切|感到鼓舞",
    "并|和|、|，并",
    "(?!(?<=请)[求愿假教柬示帖客])(?!(?<=决定)[性因])(?!(?<=确认)书)(?!(?<=建议)书)",
    "大力|强烈|坚决|极力|迫切|紧急",
    "赞赏|满意|感谢|感激|欣慰",
    "感兴趣",
    "关切|遗憾|震惊|不安|惊恐|痛惜|失望",
    "深|严重|极为|非常|十分",
    "最强烈|强烈|坚决" },
  { "fr",
    french,
    G_N_ELEMENTS (french),
    "vivement|profondément|gravement|fermement|énergiquement|également|de nouveau|"
    "extrêmement|sérieusement|demeurant|solennellement|particulièrement|toujours|pleinement|très",
    "également|en outre|aussi|de nouveau|une fois de plus|une fois encore|encore|une nouvelle fois|"
    "à nouveau|en particulier|vivement|profondément|fermement|"
    "énergiquement|instamment|vigoureusement|catégoriquement|gravement|avec force|avec insistance|"
    "favorablement|solennellement|pleinement|sans réserve|tout particulièrement|plus "
    "particulièrement|"
    "sans équivoque|avec (?:une |un |la |le )?" FR_DEGREE
    "(?:préoccupation|inquiétude|satisfaction|gratitude|intérêt|regret|reconnaissance|"
    "consternation|alarme|tristesse|appréciation|plaisir|véhémence|indignation|émotion|fierté)s?|"
    "(?:sa|son|ses) " FR_DEGREE
    "(?:préoccupation|préoccupations|inquiétude|inquiétudes|satisfaction|gratitude|intérêt|"
    "regret|regrets|reconnaissance|remerciements|attachement|volonté|engagement|soutien|appui|"
    "détermination|appel|demande|invitation|intention|adhésion|conviction|condamnation|espoir|"
    "solidarité|consternation|alarme|indignation|souhait|sympathie|attention|appels)|"
    "dans les termes les plus (?:énergiques|vigoureux|fermes|forts)|"
    "(?:profondément |vivement |gravement |extrêmement |fermement |pleinement |sérieusement |très "
    "|particulièrement |toujours )*(?:convaincue|"
    "préoccupée|consciente|résolue|alarmée|reconnaissante|inquiète|attachée|satisfaite|déterminée|"
    "favorable|troublée|consternée|indignée)|un appel|gré|hommage|l’accent|l’attention",
    " et |, ",
    NULL,
    "vivement|fermement|énergiquement|vigoureusement|avec force|avec insistance|instamment",
    "satisfaction|gratitude|reconnaissance|remerciements|favorablement",
    "intérêt",
    "préoccup|inquiét|regret|alarm|consternation",
    "vive|profond|grand|grave|extrême|gravement|plus",
    "plus (?:énergiques|vigoureux|fermes|forts)|énergiquement|fermement|vigoureusement" },
  { "ru",
    russian,
    G_N_ELEMENTS (russian),
    "вновь|также|далее|решительно|настоятельно|особо|торжественно|безоговорочно|"
    "убедительно|самым настоятельным образом|самым решительным образом|категорически|"
    "решительно и безоговорочно|глубоко|серьезно|тв[её]рдо|полностью|искренне|сердечно|по-прежнему|"
    "крайне|еще раз|с"
    " " RU_DEGREE
    "(?:удовлетворением|признательностью|обеспокоенностью|озабоченностью|беспокойством|интересом|"
    "сожалением|тревогой|благодарностью|одобрением|удовольствием|ужасом|прискорбием|глубочайшей)",
    "также|далее|вновь|еще раз|в частности|настоятельно|решительно|снова|особо|"
    "к сведению|во внимание|также к сведению|должное|самым решительным образом|"
    "в самых решительных выражениях|с " RU_DEGREE
    "(?:удовлетворением|признательностью|обеспокоенностью|озабоченностью|беспокойством|интересом|"
    "сожалением|тревогой|благодарностью|призывом|просьбой)|(?:также )?" RU_DEGREE
    "(?:обеспокоенность|озабоченность|признательность|сожаление|удовлетворение|тревогу|"
    "благодарность|поддержку|приверженность|решимость|согласие|готовность|надежду|убежденность|"
    "уверенность|возмущение|осуждение|солидарность|намерение|беспокойство|сочувствие|интерес)|"
    "о сво(?:ей|ем) (?:\\p{L}+ )?(?:поддержке|решимости|приверженности|обязательстве|готовности|"
    "намерении|убежденности|осуждении|стремлении)|(?:сво\\p{L}+ )(?:\\p{L}+ )?(?:просьбу|призыв|"
    "приглашение|приверженность|решимость|поддержку|обязательство|требование|рекомендацию)",
    " и |, ",
    NULL,
    "настоятельн|решительн|убедительн|безоговорочно|категорически",
    "удовлетворени|признательност|благодарност|одобрени",
    "интерес",
    "обеспокоен|озабочен|беспокойств|сожалени|тревог",
    "глубок|серьезн|больш|глубочайш|крайн|тревог",
    "решительн|безоговорочно|категорически" },
  { "es",
    spanish,
    G_N_ELEMENTS (spanish),
    "profundamente|gravemente|seriamente|firmemente|sumamente|enérgicamente|también|además|"
    "muy|solemnemente|hondamente|extremadamente|nuevamente|siguiendo|plenamente|"
    "particularmente|especialmente|vivamente|categóricamente",
    "también|además|asimismo|una vez más|nuevamente|de nuevo|otra vez|en particular|"
    "encarecidamente|enérgicamente|firmemente|vivamente|"
    "profundamente|inequívocamente|categóricamente|igualmente|especialmente|solemnemente|"
    "sinceramente|"
    "con (?:la |el )?" ES_DEGREE
    "(?:preocupación|aprecio|satisfacción|reconocimiento|interés|pesar|beneplácito|alarma|"
    "inquietud|gratitud|agradecimiento|agrado|consternación|tristeza|indignación|orgullo|"
    "preocupación y alarma)|"
    "sus? " ES_DEGREE
    "(?:preocupación|preocupaciones|aprecio|satisfacción|reconocimiento|interés|pesar|gratitud|"
    "agradecimiento|solicitud|solicitudes|petición|exhortación|llamamiento|invitación|compromiso|"
    "compromisos|determinación|apoyo|exigencia|convicción|adhesión|condena|recomendación|"
    "intención|disposición|solidaridad|esperanza|alarma|inquietud|indignación|homenaje|"
    "deseo|voluntad|consternación|convencimiento|empeño|agradecimientos|posición|propósito)"
    "(?: (?:inquebrantable|profundo|profunda|más profunda|más sincero|más "
    "sincera|firme|enérgica|pleno))?|" ES_DEGREE
    "(?:preocupación|aprecio|satisfacción|reconocimiento|interés|pesar|gratitud|agradecimiento|"
    "apoyo|alarma|inquietud|consternación|solidaridad)|"
    "en los términos más (?:enérgicos|firmes|severos)|que sigue profundamente preocupada",
    " y | e |, ",
    NULL,
    "encarecidamente|enérgicamente|firmemente|vivamente|enérgic",
    "aprecio|satisfacción|reconocimiento|gratitud|agradecimiento",
    "interés",
    "preocupaci|pesar|alarma|inquietud|consternación",
    "gran|profund|grave|seri|sum|hond|extrema|creciente",
    "más enérgicos|más firmes|más severos|enérgicamente|firmemente" },
};

/*
 * _twf_opening_get_language:
 * @language: a BCP 47 tag
 *
 * Returns: (nullable): what paragraphs open with in it
 */
const TwfOpeningLanguage *
_twf_opening_get_language (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (language, languages[i].language, 2) == 0
        && (language[2] == '\0' || language[2] == '-'))
      return &languages[i];
  return NULL;
}
