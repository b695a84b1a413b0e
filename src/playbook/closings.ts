// How mails are closed, right above the name. Beginnings of lines, lower case without accents, most used first.
export const CLOSING_WORDS: readonly string[] = [
  ..."best regards|kind regards|warm regards|warmest regards|regards|with regards|with kind|with best|with warm|with many thanks|best wishes|all best|all the best|best|warmly|sincerely|yours|very truly|many thanks|thanks|thank you|cheers|respectfully|cordially|love|see you|speak soon|talk soon|looking forward|ta|on behalf of|for and on behalf|hugs|xx?|take care|bye|ta-ra|peace".split(
    "|",
  ),
  ..."mit freundlichen gru(?:ss|e)|mit freundlichem|freundliche gru(?:ss|e)|beste gru(?:ss|e)|viele gru(?:ss|e)|liebe gru(?:ss|e)|herzliche gru(?:ss|e)|schone gru(?:ss|e)|herzlich|gru(?:ss|e)|mfg|vg|lg|hochachtungsvoll|mit vorzuglicher|mit besten|bis dann|bis bald|im auftrag|i\\. ?a\\.|ihr|ihre|dein|deine|euer|servus|pfiat|tschuss|sonnige|freundlichst|mit herzlichen".split(
    "|",
  ),
  ..."cordialement|bien cordialement|bien a vous|bien a toi|sinceres salutations|salutations|meilleures salutations|avec mes|veuillez agreer|veuillez recevoir|je vous prie|nous vous prions|recevez|a bientot|a tres vite|bonne journee|belle journee|amicalement|amities|bises|respectueusement|a plus".split(
    "|",
  ),
  ..."un saludo|saludos|un cordial saludo|cordial saludo|cordialmente|atentamente|atte|saluda atentamente|le saluda|reciba un|un abrazo|abrazos?|besos|gracias|muchas gracias|hasta pronto|quedo|quedamos|afectuosamente|cordiales".split(
    "|",
  ),
  ..."atenciosamente|att|atte|com os melhores|melhores cumprimentos|cumprimentos|abracos?|um abraco|beijos?|bjs|obrigad[oa]|cordiais|com estima|ate breve|grande abraco|saudacoes|respeitosamente|grat[oa]".split(
    "|",
  ),
  ..."cordiali saluti|distinti saluti|saluti|un saluto|cari saluti|un caro saluto|in fede|a presto|grazie|buona giornata|con stima|un abbraccio|ciao|porgiamo|con i migliori".split(
    "|",
  ),
  ..."met vriendelijke groet|vriendelijke groet|hartelijke groet|groetjes|groeten|groet|gr|mvg|met hartelijke|tot dan|tot snel|hoogachtend|met hoogachting|liefs|alvast bedankt|dank".split(
    "|",
  ),
];
