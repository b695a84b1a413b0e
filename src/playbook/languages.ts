// The languages that kinds and facts are read in, told apart by their small words.
export const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Small words that one language uses all the time and its neighbours hardly ever; without accents, as `wordsIn` gives them. */
export const SMALL_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: "the and you your we our is are for with have has will would this that to of be at it from please thank thanks i me by on not can if but was been hi hello dear what when who".split(
    " ",
  ),
  de: "der die das und sie ihr ihre ihnen wir uns ist sind fur mit haben hat wird ein eine einen nicht zu von auf bei im am den dem des bitte danke ich sich auch noch uber unser unsere dass wenn aber du dir dich dein deine schon ja hallo liebe lieber".split(
    " ",
  ),
  fr: "de en le la les et vous votre vos nous notre est sont pour avec avez une des du dans au aux ce cette pas que qui sur merci je sera bonjour madame monsieur tu ton ta ne par il elle plus mais ou chez c j d l n qu".split(
    " ",
  ),
  es: "de el la los las y usted su sus nosotros nuestro nuestra es son para con ha una un del en al este esta no que se por gracias le lo hola muy mas pero te tu nos hemos si como o a estimada estimado ya sobre".split(
    " ",
  ),
  pt: "de o os as e voce sua seu suas nos nosso nossa para com uma um do da dos das no na ao este esta nao que se por obrigado obrigada ola muito mais mas foi sao em pelo pela prezada prezado bom dia te isso estamos temos".split(
    " ",
  ),
  it: "il la lo gli le e lei suo sua noi nostro nostra sono per con ha una un del della dei delle di nel nella questo questa non che si grazie buongiorno ciao ti tuo tua piu ma anche come abbiamo da al alla gentile o a".split(
    " ",
  ),
  nl: "de het een en u uw wij ons onze is zijn voor met heeft hebben wordt van op bij dat dit niet te aan graag bedankt ik je jouw jij we nog ook maar als om naar er beste geachte hoi dag wel wat".split(
    " ",
  ),
};
