### A portál szövegei magyarul. Az en.ftl minden üzenetének itt is meg kell lennie, de más nem lehet
### itt, és egy üzenet csak azokat a változókat használhatja, amelyeket az en.ftl is.
###
### - Az üzenetek oldalanként, `## ` címek alatt állnak, az en.ftl sorrendjében.
### - { $count } a számot magyarul írja ki: 1204, de 12 040. Számnév után a főnév egyes számú.
### - { ARTICLE($name) } a névhez illő névelőt adja: „a” vagy „az”. Ha lehet, inkább úgy fogalmazz,
###   hogy ne kelljen névelő vagy rag a név elé, után.

## Languages

language-name = Magyar
