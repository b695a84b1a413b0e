// Words around and inside the names of companies and agencies. Lower case without accents unless said otherwise.

/** Words of a sender's name or of a signature that name a department, not the organisation. */
export const DEPARTMENT_WORDS: readonly string[] =
  "careers career recruiting recruitment recruiters talent acquisition hiring hr jobs job people team teams human resources resourcing vacancies vacancy applications applicant applicants admissions interviews interview assessments assessment selection staffing onboarding notifications notification noreply no-reply info office secretariat personnel culture operations portal system crew crewing personal personalabteilung personalservice personalbereich bewerbung bewerbungen bewerbermanagement karriere recrutement candidatures ressources humaines rh drh talents seleccion reclutamiento rrhh recursos humanos talento empleo capital humano atraccion recrutamento selecao vagas pessoas gente risorse umane selezione personale ufficio risorse ricerca werving personeelszaken vacatures sollicitaties personeel p&o hrm service administration verwaltung sekretariat secretariaat via from de von di the und et y e and at dei del".split(
    " ",
  );

/** Words in the name of a firm that finds people for others. */
export const AGENCY_WORDS: readonly string[] =
  "hunters hunting recruit recruta selectie flexgroep gente umano umana risorse onda personalservice personale executive vakmensen temps supply labour staff cabinet associates partners consulting beratung vermittlung stellenvermittlung job jobs chispa talents werving zorgwerving temporario temporal trabalho trabajo search recruitment recruiting recruiters recruiter staffing headhunt headhunters headhunting personnel resourcing resources manpower placements placement talent executive locums appointments workforce jobs hire hiring consultants personalberatung personalvermittlung personaldienstleistung personaldienstleister zeitarbeit vermittlung personal interim recrutement placement intérim rh seleccion ett trabajo temporal talento consultoria consultores headhunter recursos selecao recrutamento talentos lavoro selezione somministrazione uitzendbureau uitzendburo uitzend werving detachering personeel people crew staff careers recruit".split(
    " ",
  );

/** Words that only stand in the name of an agency, also where nothing else tells. */
export const CERTAIN_AGENCY_WORDS: readonly string[] =
  "executive hunters hunting recruit recruta selectie selectiebureau flexgroep personalservice zorgwerving stellenvermittlung personalberatung temps recruitment recruiting recruiters staffing headhunt headhunters headhunting personnel resourcing manpower locums personalberatung personalvermittlung personaldienstleistung personaldienstleister zeitarbeit interim intérim ett consultores uitzendbureau uitzendburo uitzend werving search selezione seleccion recrutement recrutamento jobvermittlung employment".split(
    " ",
  );

/** Said by an agency about the employer it works for. */
export const CLIENT_PHRASES: readonly string[] = [
  ..."my client|our client|the client|one of our clients|client of ours|client of mine|on behalf of our|we are retained|been retained|represent you|put you forward|put your details forward|submit your profile|submit your cv|the firm's|the school have|end client|your consultant".split(
    "|",
  ),
  ..."unser kunde|unseren kunden|unserem kunden|unser mandant|unseren mandanten|unserem mandanten|mein kunde|meinem kunden|mein mandant|meinem mandanten|meines mandanten|auftraggeber|der kunde|beim kunden|im auftrag eine|im auftrag unser|name des auftraggebers|mandanten|ein kunde von|kunden von mir|von meinem kunden".split(
    "|",
  ),
  ..."notre client|notre cliente|mon client|ma cliente|mon donneur d'ordre|nos clients|le client|un client|un de nos clients|une de mes clientes|mandatee? par|mandataire|notre mandante?|mon mandante?|la cliente|chez le client|pour le compte de".split(
    "|",
  ),
  ..."nuestro cliente|nuestra cliente|mi cliente|mi clienta|el cliente|la clienta|un cliente|nuestro mandante|mandante|uno de nuestros clientes|cliente final".split(
    "|",
  ),
  ..."nosso cliente|nossa cliente|meu cliente|minha cliente|o cliente|cliente final|um cliente|em sigilo|nossos clientes".split(
    "|",
  ),
  ..."nostro cliente|nostra cliente|mio cliente|mia cliente|il cliente|un cliente|nostro mandante|la cliente|azienda cliente|societa cliente|per conto di".split(
    "|",
  ),
  ..."onze opdrachtgever|mijn opdrachtgever|de opdrachtgever|opdrachtgever|onze klant|mijn klant|een klant van|klanten|de klant|onze opdracht".split(
    "|",
  ),
];

/** Words that stand in the names of organisations of all sorts. */
export const ORGANISATION_WORDS: readonly string[] =
  "health healthcare services goods brands industries international global digital capital financial ventures foods motors electric aerospace pharma biotech therapeutics sciences analytics networks interactive games robotics ltd limited llp llc inc plc corp corporation company co group holdings partners associates & trust council school college academy university hospital clinic surgery practice hotel inn restaurant kitchen cafe bakery brewery dairy farm farms garage tyres museum theatre gallery library bank insurance assurance society association foundation charity institute authority department ministry court nhs airways airlines air lines shipping freight logistics transport coaches rail railway foods stores shop market salon vets veterinary pharmacy dental care home homes nursery studio studios press publishing media radio labs laboratories systems software technologies solutions energy engineering construction builders joinery works mills quarry quarries gmbh ag kg e.v. eg ug mbh klinik klinikum krankenhaus praxis schule gymnasium kita werk werke werkstatt hof gut amt landratsamt stadt stadtwerke verlag theater brauerei backerei metzgerei spedition reederei verein stiftung kanzlei sa sas sarl snc hopital clinique ecole lycee mairie maison ferme boulangerie pharmacie garage cabinet musee ministere association s.l. sl s.a. hospital clinica colegio instituto ayuntamiento museo fundacion grupo hotel panaderia bodega taller lda ltda escola clinica camara fundacao fazenda quinta padaria farmacia s.p.a. spa srl s.r.l. ospedale clinica scuola istituto comune cooperativa azienda trattoria officina pasticceria studio b.v. bv n.v. nv ziekenhuis gemeente stichting apotheek bakkerij school hogeschool universiteit".split(
    " ",
  );

/** Ends of German and Dutch words that are organisations. */
export const ORGANISATION_ENDINGS: readonly string[] =
  "handlung|station|weingut|werk|werke|betrieb|betriebe|gericht|schule|gymnasium|zentrum|verband|praxis|werkstatt|buhne|hutte|klinik|klinikum|krankenhaus|anstalt|museum|verein|gemeinde|genossenschaft|gesellschaft|universitat|hochschule|ministerium|behorde|verwaltung|versicherung|versicherungen|backerei|metzgerei|gartnerei|tischlerei|schreinerei|brauerei|druckerei|molkerei|kaserei|reederei|spedition|seniorenhaus|autohaus|mobelhaus|gasthaus|gasthof|hotel|apotheke|bibliothek|bank|kasse|verlag|redaktion|stiftung|kanzlei|notariat|dienstleistungen|bedrijf|bedrijven|groep|winkel|makerij|slagerij|bakkerij|brouwerij|kwekerij|drukkerij|school|ziekenhuis|kantoor|gemeente|stichting|vereniging|museum|verzekeringen|handel|transport|centrum".split(
    "|",
  );
