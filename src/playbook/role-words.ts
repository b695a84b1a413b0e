// Words that make up the titles of jobs, and the words around a title, in the languages that facts are read in.
// Endings count for compounds and feminine forms ("Bauleiterin", "physiotherapist"). Lower case without accents.
import type { Language } from "./languages.ts";

const words = (text: string) => text.trim().split(/\s+/);

/** A word that is or ends with one of these can be the head of a title. */
export const ROLE_HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: words(`
    engineer developer manager analyst designer nurse teacher assistant associate consultant specialist director lead intern scientist
    architect administrator coordinator co-ordinator officer representative rep accountant technician counsel lawyer editor writer
    therapist chef cook driver recruiter researcher programmer advisor adviser supervisor clerk planner buyer trainee apprentice
    tester executive controller paralegal pharmacist physician electrician mechanic welder operator producer strategist marketer
    copywriter librarian tutor lecturer professor fellow solicitor barrister secretary receptionist cleaner housekeeper gardener
    carpenter joiner plumber painter roofer bricklayer mason baker barista bartender waiter waitress steward stewardess porter
    attendant guard warden ranger instructor trainer coach midwife carer doctor dentist hygienist veterinarian vet surgeon
    anaesthetist radiographer paramedic psychologist physiotherapist optometrist optician dispenser phlebotomist biologist chemist
    physicist geologist ecologist archivist curator conservator registrar translator interpreter journalist reporter presenter
    photographer illustrator animator stylist hairdresser florist butcher fishmonger farmer milker herdsman shepherd groom keeper
    captain pilot mate deckhand skipper superintendent dispatcher scheduler packer picker loader handler merchandiser cashier
    seller salesperson salesman broker underwriter adjuster auditor bookkeeper actuary economist statistician surveyor estimator
    inspector examiner assessor marshal monitor counsellor counselor organist conductor flautist violinist cellist musician
    singer dancer actor dramaturg machinist fitter fabricator assembler installer labourer laborer foreman weaver tailor seamstress
    sempstress cutter potter brewer distiller sommelier cheesemaker volunteer worker practitioner ambassador host hostess
    concierge matron headteacher principal dean bursar chaplain provost custodian caretaker janitor volunteer programmer sre devops
    head deputy partner owner buyer planner bellhop valet nanny childminder playworker lifeguard guide courier postman rider
    nightwatchman auditor blaster riveter sawyer thatcher glazier plasterer tiler crew hand agent
    tutor ombudsman bailiff usher verger sexton chorister dispatcher stagehand rigger fixer gaffer runner grip editor subeditor proofreader typesetter bookbinder printer engraver glassblower jeweller silversmith goldsmith blacksmith farrier wheelwright saddler cobbler upholsterer decorator scaffolder steeplejack stonemason dyer spinner milliner dressmaker costumier dresser wigmaker beautician barber manicurist masseur masseuse dietitian nutritionist podiatrist chiropodist audiologist orthoptist osteopath chiropractor sonographer pathologist oncologist radiologist cardiologist neurologist paediatrician psychiatrist registrar sister almoner orderly healthcare bookseller grocer greengrocer baker's cheesemonger tobacconist ironmonger chandler milkman postmaster signaller signalman guardsman fireman firefighter coastguard constable detective sergeant probationer caseworker social-worker lobbyist campaigner fundraiser organiser organizer facilitator mediator arbitrator conveyancer notary usher stenographer typist telephonist operative technologist metallurgist botanist zoologist oceanographer meteorologist astronomer mathematician modeller quant trader dealer teller banker treasurer purser bosun stoker fisherman trawlerman ghillie gamekeeper beekeeper arborist forester logger lumberjack vintner winemaker cellarhand roaster confectioner chocolatier patissier saucier expediter busser dishwasher sous-chef maitre
    leader incharge in-charge operative shipwright herdsperson bookkeeper registrar cutter conservationist merchandiser lecturer transporter
    adjudicator champion strategist specialist lead generalist evangelist apprentice trainer`),
  de: words(`
    kraft leiter leiterin leitung lehrer lehrerin pfleger pflegerin pflegefachfrau pflegefachmann fachfrau fachmann verkaufer
    verkauferin fahrer fahrerin techniker technikerin meister meisterin ingenieur ingenieurin assistent assistentin assistenz
    referent referentin berater beraterin betreuer betreuerin helfer helferin arbeiter arbeiterin entwickler entwicklerin koch
    kochin backer backerin konditor konditorin spengler spenglerin monteur monteurin schreiner schreinerin tischler tischlerin
    gartner gartnerin therapeut therapeutin psychologin psychologe biologin biologe chemikerin chemiker manager managerin kauffrau
    kaufmann sekretar sekretarin disponent disponentin buchhalter buchhalterin jurist juristin anwalt anwaltin notarin redakteur
    redakteurin ubersetzer ubersetzerin dolmetscher dolmetscherin florist floristin friseur friseurin kosmetikerin kellner
    kellnerin erzieher erzieherin padagoge padagogin hausdame gouvernante wart wartin hebamme arzt arztin apotheker apothekerin
    laborant laborantin mechaniker mechanikerin mechatroniker mechatronikerin elektriker elektrikerin elektroniker elektronikerin
    controller controllerin spezialist spezialistin architekt architektin planer planerin zeichner zeichnerin schneider
    schneiderin maler malerin optiker optikerin akustiker akustikerin fachangestellte angestellte wirt wirtin wirtschafterin
    trainee praktikant praktikantin auszubildende azubi pilot pilotin schaffner schaffnerin begleiter begleiterin bibliothekarin
    bibliothekar archivarin archivar kuratorin kurator restauratorin restaurator dramaturgin dramaturg lotse sachbearbeiter
    sachbearbeiterin bearbeiter bearbeiterin verwalter verwalterin inspektor inspektorin prufer pruferin trainer trainerin
    forscher forscherin wissenschaftlerin wissenschaftler dozentin dozent professorin mitarbeiterin mitarbeiter vertreterin
    vertreter chefin maurerin maurer dachdeckerin dachdecker zimmerin zimmerer imkerin winzerin winzer brauerin brauer metzgerin
    metzger kasseler kassiererin kassierer lagerist lageristin hauswart rezeptionistin rezeptionist bademeisterin fuhrerin fuhrer
    strassenbahnfahrerin bauleiterin analystin analyst designerin designer texterin texter weberin weber glaserin glaser
    aufsicht aushilfe kinderfrau tagesmutter decksmann matrose matrosin bootsmann steuermann kameramann kamerafrau landwirt landwirtin tierarzt tierarztin dirigent dirigentin kantor kantorin organist organistin kuster kusterin mesner portner portnerin pfortner fachwirt fachwirtin rechtspfleger referendar referendarin volontar volontarin werkstudent werkstudentin geselle gesellin lehrling polier polierin bauer fliesenleger installateur installateurin klempner klempnerin schlosser schlosserin schweisser schweisserin dreher fraser schmied schmiedin schafer schaferin hirte hirtin senn sennerin melker melkerin kutscher sanitater sanitaterin logopade logopadin masseur masseurin podologin zahntechniker hilfe tutor tutorin intendantin inspizient inspizientin requisiteurin beleuchter beleuchterin tanzer tanzerin schauspieler schauspielerin musiker musikerin geigerin lektor lektorin korrektor korrektorin schreiber schreiberin journalist journalistin reporter reporterin moderator moderatorin sprecher sprecherin sommelier sommeliere barkeeper concierge page spuler spulerin zusteller zustellerin kurier kurierin kommissionierer packer packerin vermesser vermesserin geologe geologin statiker statikerin makler maklerin richterin staatsanwalt staatsanwaltin rechtsanwalt rechtsanwaltin psychotherapeut bademeister seelsorger seelsorgerin pfarrer pfarrerin diakonin schulbegleiter vorstand sekretariat geschaftsfuhrer geschaftsfuhrerin sprechstundenhilfe naherin modistin goldschmied goldschmiedin uhrmacher uhrmacherin instrumentenbauer orgelbauer tontechniker grafiker grafikerin fotograf fotografin programmierer programmiererin administrator administratorin`),
  fr: words(`
    ingenieur ingenieure developpeur developpeuse directeur directrice responsable chef cheffe charge chargee assistant assistante
    conseiller conseillere vendeur vendeuse infirmier infirmiere aide-soignant aide-soignante aide enseignant enseignante professeur
    professeure technicien technicienne comptable secretaire gestionnaire analyste consultant consultante coordinateur coordinatrice
    coordonnateur coordonnatrice animateur animatrice educateur educatrice cuisinier cuisiniere commis serveur serveuse sommelier
    sommeliere receptionniste gouvernante chauffeur conducteur conductrice operateur operatrice monteur monteuse ajusteur
    ajusteuse-monteuse soudeur soudeuse mecanicien mecanicienne electricien electricienne plombier menuisier menuisiere ebeniste
    boulanger boulangere patissier patissiere boucher bouchere fleuriste coiffeur coiffeuse estheticienne agent agente hygieniste
    preparateur preparatrice pharmacien pharmacienne medecin sage-femme kinesitherapeute orthophoniste psychologue opticien
    opticienne juriste avocat avocate notaire clerc redacteur redactrice traducteur traductrice interprete journaliste documentaliste
    bibliothecaire archiviste mediateur mediatrice regisseur regisseuse costumiere decorateur architecte dessinateur dessinatrice
    geometre jardinier jardiniere maraicher maraichere ouvrier ouvriere ouvreur ouvreuse magasinier cariste hote hotesse steward pilote caissier
    caissiere gerant gerante adjoint adjointe attache attachee controleur controleuse auditeur auditrice acheteur acheteuse
    formateur formatrice maitre maitresse apprenti apprentie stagiaire alternant alternante surveillant surveillante gardien
    gardienne facteur factrice livreur livreuse couturier couturiere verrier tisserand manager chercheur chercheuse laborantin
    laborantine commercial commerciale
    vacher vachere berger bergere chevrier chevriere caviste vigneron vigneronne viticulteur oenologue brasseur brasseuse fromager fromagere maconne macon couvreur couvreuse charpentier charpentiere carreleur peintre platrier grutier grutiere cariste conducteur-machiniste machiniste accessoiriste eclairagiste technicien-son ingenieur-son danseur danseuse comedien comedienne musicien musicienne organiste violoniste chef-operateur cadreur cadreuse monteur-video graphiste maquettiste illustrateur illustratrice photographe editeur editrice correcteur correctrice reviseur reviseuse traducteur-reviseur traductrice-reviseuse libraire imprimeur relieur relieuse bijoutier horloger horlogere luthier luthiere sellier maroquinier modiste styliste auxiliaire ambulancier ambulanciere brancardier soignant soignante soigneur soigneuse puericultrice puericulteur dieteticien dieteticienne podologue osteopathe ergotherapeute psychomotricien psychomotricienne radiologue manipulateur manipulatrice biologiste chimiste physicien physicienne geologue statisticien economiste actuaire greffier greffiere huissier huissiere magistrat juge procureur policier policiere gendarme pompier sauveteur sauveteuse maitre-nageur moniteur monitrice entraineur entraineuse guide accompagnateur accompagnatrice croupier barman barmaid barista plongeur plongeuse pizzaiolo traiteur chocolatier confiseur glacier valet femme-de-chambre concierge veilleur veilleuse standardiste telephoniste teleconseiller hotliner planificateur planificatrice ordonnanceur logisticien logisticienne declarant declarante transitaire affreteur courtier courtiere souscripteur expert experte evaluateur geometre-topographe metreur metreuse electromecanicien electromecanicienne automaticien automaticienne frigoriste chaudronnier chaudronniere tourneur fraiseur fraiseuse usineur ajusteur-monteur mouleur forgeron ferronnier paysagiste elagueur bucheron forestier forestiere apiculteur apicultrice aquaculteur ostreiculteur pecheur marin matelot capitaine bosco lamaneur sacristain sacristine econome intendant intendante aumonier collaborateur collaboratrice remplacant remplacante clerc administrateur administratrice tresorier tresoriere president dispatcher dispatcheur repartiteur repartitrice commis-vendeur preposee prepose agent-e`),
  es: words(`
    ingeniero ingeniera desarrollador desarrolladora director directora responsable jefe jefa gerente encargado encargada asistente
    auxiliar ayudante tecnico tecnica enfermero enfermera medico medica maestro maestra profesor profesora docente educador
    educadora supervisor supervisora subdirector subdirectora coordinador coordinadora administrativo administrativa
    administrador administradora contable contador contadora analista consultor consultora abogado abogada procurador
    secretario secretaria recepcionista camarero camarera mozo moza cocinero cocinera chef pastelero pastelera panadero panadera
    carnicero dependiente dependienta vendedor vendedora cajero cajera comercial asesor asesora agente conductor conductora chofer
    operario operaria operador operadora mecanico mecanica electricista soldador soldadora fontanero albanil carpintero carpintera
    peluquero peluquera esteticista florista jardinero jardinera cuidador cuidadora terapeuta fisioterapeuta psicologo psicologa
    higienista farmaceutico farmaceutica veterinario veterinaria matrona logopeda optico optica arquitecto arquitecta delineante
    disenador disenadora redactor redactora periodista traductor traductora interprete bibliotecario bibliotecaria archivero
    archivera conservador conservadora investigador investigadora quimico quimica bioquimico profesional especialista ejecutivo
    ejecutiva promotor promotora repartidor repartidora almacenero custodio vigilante conserje limpiador limpiadora costurera
    monitor monitora socorrista guia azafata piloto inspector inspectora auditor auditora comprador compradora programador
    programadora becario becaria practicante aprendiz oficial capataz ordenanza celador celadora
    bodeguero bodeguera enologo enologa sommelier barista barman cantinero panadero-repostero repostero repostera heladero quesero quesera pescadero pescadera frutero verdulero tendero reponedor reponedora cajero-reponedor cajera-reponedora mozo-almacen almacenista montacarguista estibador estibadora despachador despachadora despachante transportista camionero camionera taxista maquinista tripulante marinero marinera capitan patron pescador pescadora ganadero ganadera vaquero vaquera pastor pastora ordenador agricultor agricultora jornalero jornalera podador apicultor apicultora guardabosques guardaparques bombero bombera policia guardia escolta portero portera conserje mucama mucamo camarista gobernanta ama nanny ninera ninero canguro locutor locutora presentador presentadora guionista realizador realizadora camarografo sonidista iluminador tramoyista regidor regidora actor actriz bailarin bailarina musico musica violinista pianista organista cantante director-coro coreografo fotografo fotografa ilustrador ilustradora editor editora corrector correctora librero librera encuadernador relojero joyero joyera zapatero sastre modista sombrerero tapicero carpintero-ebanista ebanista herrero cerrajero yesero pintor pintora techador gruista grua albanil-oficial topografo topografa aparejador maestro-obra capataza electromecanico frigorista calderero tornero fresador matricero ajustador mecanografa telefonista teleoperador teleoperadora telemarketer gestor gestora tramitador tramitadora perito perita tasador tasadora corredor corredora actuario economista estadistico geologo geologa biologo biologa fisico fisica nutricionista dietista podologo osteopata logopeda-educador anestesista cirujano cirujana pediatra dentista odontologo odontologa radiologo paramedico camillero camillera auxiliar-enfermeria gerocultor gerocultora cuidador-mayores trabajador-social trabajadora-social orientador orientadora tutor tutora jefe-estudios rector bedel administrador-fincas community content copy data product`),
  pt: words(`
    engenheiro engenheira desenvolvedor desenvolvedora programador programadora diretor diretora responsavel chefe gerente
    encarregado encarregada assistente auxiliar ajudante tecnico tecnica enfermeiro enfermeira medico medica professor professora
    docente educador educadora supervisor supervisora coordenador coordenadora administrativo administrativa administrador analista
    consultor consultora advogado advogada jurista secretario secretaria recepcionista rececionista garcom garconete empregado
    empregada cozinheiro cozinheira chef confeiteiro confeiteira padeiro padeira pasteleiro acougueiro vendedor vendedora caixa
    balconista operador operadora comercial assessor assessora agente motorista condutor condutora operario operaria mecanico
    mecanica eletricista soldador soldadora pedreiro carpinteiro marceneiro marceneira cabeleireiro cabeleireira esteticista
    florista jardineiro cuidador cuidadora terapeuta fisioterapeuta psicologo psicologa dentista farmaceutico farmaceutica
    veterinario veterinaria optometrista arquiteto arquiteta desenhador designer redator redatora jornalista tradutor tradutora
    interprete bibliotecario bibliotecaria arquivista investigador investigadora pesquisador pesquisadora quimico quimica
    especialista executivo executiva promotor promotora entregador estoquista repositor vigilante porteiro faxineira costureira
    monitor monitora guia comissario comissaria piloto inspetor inspetora auditor auditora comprador compradora estagiario
    estagiaria aprendiz escrevente escriturario zelador contador contadora contabilista
    vaqueiro vaqueira peao pastor pastora ordenhador agricultor agricultora tratorista apicultor viticultor enologo enologa vindimador sommelier barista barman bartender copeiro copeira merendeira merendeiro lancheiro churrasqueiro pizzaiolo sushiman doceira doceiro sorveteiro queijeiro peixeiro feirante repositora estoquista almoxarife conferente empilhadeirista carregador carregadora estivador despachante caminhoneiro caminhoneira taxista maquinista tripulante marinheiro marinheira mestre contramestre capitao pescador pescadora salineiro tratador tratadora veterinario-clinico groomer tosador tosadora adestrador jardineiro-chefe paisagista guarda vigia seguranca bombeiro bombeira policia porteira camareira camareiro governanta baba diarista locutor locutora apresentador apresentadora roteirista cinegrafista iluminador sonoplasta cenografo cenografa ator atriz bailarino bailarina musico musica violinista pianista organista maestro maestrina coreografo fotografo fotografa ilustrador ilustradora editor editora revisor revisora livreiro livreira encadernador relojoeiro ourives sapateiro alfaiate modista estofador ferreiro serralheiro serralheira gesseiro pintor pintora telhador ladrilhador azulejista topografo topografa medidor orcamentista encanador canalizador canalizadora refrigeracao caldeireiro torneiro fresador ajustador escavador operador-maquinas telefonista teleoperador atendente telemarketing gestor gestora tramitador perito perita corretor corretora actuario economista estatistico geologo geologa biologo biologa fisico fisica nutricionista podologo osteopata fonoaudiologo fonoaudiologa terapeuta-fala anestesista cirurgiao cirurgia pediatra odontologo radiologista tecnico-radiologia paramedico maqueiro socorrista geriatra cuidador-idosos assistente-social orientador orientadora tutor tutora reitor bedel sacristao organista-titular contabilista-certificado conciliador conciliadora mediador mediadora oficial-justica escrivao escriva juiz juiza procurador procuradora defensor reporter correspondente subchefe ajudante-cozinha grafico designer-grafico arte-finalista programador-visual`),
  it: words(`
    ingegnere sviluppatore sviluppatrice programmatore programmatrice direttore direttrice responsabile capo caporeparto addetto
    addetta assistente aiuto tecnico tecnica infermiere infermiera medico insegnante docente maestro maestra educatore educatrice
    coordinatore coordinatrice impiegato impiegata contabile analista consulente avvocato avvocata segretario segretaria
    receptionist cameriere cameriera cuoco cuoca chef pasticcere pasticcera panettiere macellaio banconista commesso commessa
    cassiere cassiera venditore venditrice agente autista conducente operaio operaia operatore operatrice meccanico elettricista
    saldatore saldatrice idraulico falegname muratore parrucchiere parrucchiera estetista fioraio fiorista giardiniere badante
    terapista fisioterapista psicologo psicologa igienista farmacista veterinario veterinaria ostetrica ottico architetto
    architetta geometra disegnatore disegnatrice redattore redattrice giornalista traduttore traduttrice interprete bibliotecario
    bibliotecaria archivista restauratore restauratrice ricercatore ricercatrice chimico biologo biologa specialista manager
    magazziniere corriere portiere custode bagnino guida hostess pilota ispettore ispettrice revisore buyer stagista apprendista
    tirocinante sarta sarto modellista liutaio orologiaio addetto barista pizzaiolo sommelier
    bagnina casaro casara cantiniere cantiniera enologo enologa vignaiolo norcino pescivendolo fruttivendolo lattaio gelataio gelataia cioccolataio pasticciere pasticciera rosticciere barman barlady barista-banconista lavapiatti chef-de-rang maitre governante cameriera-ai-piani facchino facchina portinaio portinaia centralinista addetto-vendite scaffalista carrellista mulettista imballatore imballatrice spedizioniere doganalista camionista tassista macchinista capotreno marinaio mozzo nostromo comandante pescatore pastore malgaro allevatore allevatrice mungitore agricoltore agricoltrice trattorista potatore apicoltore boscaiolo guardaparco guardia vigile vigilessa pompiere poliziotto carabiniere vigilante animatore animatrice istruttore istruttrice allenatore allenatrice maestra-sci bibliotecario-capo organista violinista pianista cantante direttore-coro attore attrice ballerino ballerina regista scenografo scenografa costumista truccatore truccatrice macchinista-teatrale fonico tecnico-luci fotografo fotografa illustratore illustratrice grafico grafica editore editor correttore correttrice libraio libraia legatore orafo orafa calzolaio tappezziere fabbro carpentiere carpentiera cartongessista imbianchino pittore pittrice piastrellista gruista ponteggiatore escavatorista topografo capocantiere perito perita manutentore manutentrice elettromeccanico frigorista tornitore fresatore attrezzista montatore montatrice collaudatore verniciatore conciatore tessitore tessitrice magliaia ricamatrice capotecnico caposala oss asa ausiliario ausiliaria barelliere soccorritore soccorritrice logopedista dietista nutrizionista podologo osteopata radiologo anestesista chirurgo chirurga pediatra dentista odontoiatra biologa chimica fisico fisica geologo geologa economista statistico attuario assicuratore broker liquidatore notaio notaia cancelliere cancelliera giudice magistrato praticante collaboratore collaboratrice amministratore amministratrice presidente tesoriere segretario-parrocchiale sacrestano sagrestano perpetua tata babysitter colf domestica vendemmiatore redattore-capo caporedattore caporedattrice cronista speaker conduttore conduttrice programmista data project product`),
  nl: words(`
    ingenieur ontwikkelaar manager directeur directrice bestuurder hoofd leider leidster begeleider begeleidster medewerker
    medewerkster assistent assistente adviseur consultant specialist verpleegkundige verzorgende verzorger dierverzorger arts
    docent leraar lerares leerkracht onderwijzer coordinator planner secretaresse secretaris receptionist boekhouder controller
    jurist advocaat notaris recruiter ober serveerster kok bakker slager verkoper verkoopster kassamedewerker kapper bloemist
    chauffeur machinist conducteur operator monteur technicus timmerman loodgieter elektricien lasser schilder metselaar hovenier
    magazijnmedewerker orderpicker schoonmaker conciërge conciergerie portier beveiliger redacteur journalist vertaler tolk
    bibliothecaris archivaris conservator onderzoeker analist architect tekenaar ontwerper therapeut fysiotherapeut psycholoog
    apotheker apothekersassistente tandartsassistente opticien verloskundige stuurman kapitein matroos inkoper accountmanager
    teamleider bedrijfsleider stagiair stagiaire trainee leerling kwekeling vrijwilliger gids beheerder behandelaar jobcoach kleermaker
    koster kosteres dirigent dirigente organist pastor voorganger affineur kaasmaker brouwer wijnboer wijnmaker sommelier barista barman barvrouw bartender afwasser patissier chocolatier ijsmaker visboer slijter kassier caissiere vakkenvuller magazijnier heftruckchauffeur inpakker sorteerder expediteur declarant douanedeclarant vrachtwagenchauffeur buschauffeur trambestuurder treinbestuurder schipper bootsman visser loods boer melker herder dierenarts paraveterinair trimmer imker boswachter boomverzorger tuinman hoveniersknecht stratenmaker dakdekker stukadoor tegelzetter timmervrouw schrijnwerker meubelmaker smid metaalbewerker frezer draaier verspaner werkvoorbereider uitvoerder voorman kraanmachinist grondwerker landmeter opzichter inspecteur rechercheur agent brandweerman bewaker portierster huismeester conciërgeassistent kosterbeheerder oppas nanny gastouder kinderleidster pedagoog orthopedagoog juf meester schoolhoofd rector conrector decaan mentor trainer coach zweminstructeur badmeester instructeur instructrice acteur actrice danser danseres muzikant violist pianist regisseur dramaturg belichter geluidstechnicus inspiciënt rekwisiteur grimeur fotograaf illustrator graficus vormgever uitgever corrector persklaarmaker boekbinder boekhandelaar drukker omroeper presentator presentatrice verslaggever programmamaker telefonist telefoniste baliemedewerker griffier griffiersassistent rechter officier deurwaarder kandidaat-notaris paralegal makelaar taxateur verzekeringsadviseur actuaris econoom statisticus data-analist postdoc promovendus hoogleraar lector laborant analiste chemicus bioloog natuurkundige geoloog diëtist dietist logopedist ergotherapeut podotherapeut pedicure huidtherapeut tandarts mondhygiënist mondhygienist huisarts doktersassistente doktersassistent chirurg kinderarts radioloog laborante verpleger verpleegster ziekenverzorger thuishulp huishoudelijke poetshulp poetsvrouw strijker naaister coupeuse modiste goudsmid edelsmid horlogemaker schoenmaker stoffeerder engineer developer designer scientist analist-programmeur leidinggevende projectleider ploegbaas preventieadviseur dispatcher`),
};

/** Said right before a title ("the position of …", "als …"). */
export const BEFORE_ROLE: readonly string[] = [
  ..."becoming our|become our|become a|process for|selection process for|employment as|contract as|employed as|test for|the process for|position of|position as|position:|position for|the position|role of|role as|role:|role is|post of|post as|job of|job as|job title:|job:|vacancy for|vacancy:|vacancy of|vacancy|opening for|title:|application for|application to|applying for|applying to|applied for|apply for|apply to|applicant for|candidate for|candidature for|interview for|interviewed for|interviewing for|interview:|cv for|shortlist for|up for|join us as|joining us as|work as|start as|employ you as|you as|as our|be our|looking for|hiring|we need|i need|they need|offer you|recruiting|recruitment of|recruitment to|recruitment for|invitation to interview:|placement as|contract as|employment as|as an|as a|as the|as|for our|for the|for a|for an|about the|about|re:|regarding the|regarding".split(
    "|",
  ),
  ..."werden|auswahlprozess zur|auswahlprozess zum|auswahlverfahren zur|auswahlverfahren|verfahren zur|ausbildung zur|ausbildung zum|stelle als|stelle der|stelle des|stelle|position als|position der|position des|position|stelle einer|stelle eines|bewerbung als|bewerbung um die stelle|bewerbung auf|bewerbung fur|bewerbung:|beworben als|vorstellungsgesprach als|gesprach als|arbeitsvertrag als|ausgeschriebene stelle|zusage|suchen wir eine|suchen wir einen|suche eine|suche einen|suchen eine|suchen einen|als unsere|als unser|als|fur die stelle|uber eine|uber einen|fur eine|fur einen|funktion als|tatigkeit als|anstellung als".split(
    "|",
  ),
  ..."candidature|processus de selection|selection pour|contratacion de la|contrat de|embauche comme|embauche|devenir|poste de|poste d'|le poste|du poste|poste :|poste|candidature au poste de|candidature comme|candidature pour|candidature de|candidature :|en tant que|en qualite de|comme|recherchons un|recherchons une|cherche une|cherche un|cherchons une|cherchons un|emploi de|emploi d'|pour devenir|fonctions de|mission de|recrutement d'un|recrutement d'une|recrutement -|pour une|pour un|offre d'emploi".split(
    "|",
  ),
  ..."proceso de seleccion para|proceso para|seleccion de|seleccion para|convocatoria de|contratacion de|busca|busco|necesita|necesitamos|puesto de|plaza de|vacante de|vacante para|vacante|cargo de|posicion de|la posicion|oferta de|candidatura a|candidatura para|candidatura de|candidatura como|postulacion al cargo de|postulacion a|postulacion para|proceso de|trabajar de|trabajo de|como nuestra|como nuestro|como|entrevista para|entrevista de|buscamos una|buscamos un|busco una|busco un|necesitamos una|necesitamos un|bolsa de|bolsa|firmada para|para".split(
    "|",
  ),
  ..."processo seletivo para|processo seletivo|contratacao da|contratacao de|selecao para|procuro|procura|vaga de|vaga para|vaga:|vaga|cargo de|funcao de|posicao de|posto de trabalho de|lugar de|candidatura a vaga de|candidatura para|candidatura a|candidatura como|processo seletivo para|entrevista para|como nossa|como nosso|como|procuramos uma|procuramos um|precisamos de uma|precisamos de um|trabalhar como|para".split(
    "|",
  ),
  ..."selezione per|posto di|graduatoria|sto cercando una|sto cercando un|candidatura come|ricerca di una|ricerca di un|posizione di|posizione|posto di|posto da|posto come|ruolo di|ruolo|figura di|mansione di|candidatura come|candidatura per|candidatura al ruolo di|candidatura a|selezione per|selezione di|concorso per|avviso|assunzione quale|assunzione come|lavoro come|lavoro da|in qualita di|colloquio per|cerchiamo una|cerchiamo un|cerco una|cerco un|come|quale|per una|per un".split(
    "|",
  ),
  ..."selectie bent voor|selectie voor|sollicitatiegesprek voor|gesprek voor|procedure voor|kandidaat voor|heeft voor|voor de functie|functie van|functie|vacature voor|vacature:|vacature|rol van|baan als|baan van|sollicitatie als|sollicitatie naar|sollicitatie voor|sollicitatie op|gesolliciteerd als|gesprek als|arbeidsovereenkomst aan als|contract als|opvolging van haar|zoeken een|zoek een|op zoek naar een|plek van|plaats van|als onze|als".split(
    "|",
  ),
  ..."be our new|join us as|join as|working as|work as|hire you as|take you on as|want you as|need a|need an|looking for a|looking for an|short of a|seeking a|seeking an|search for a|search for an|hiring a|hiring an|trial as|shift as".split(
    "|",
  ),
  ..."vertragsangebot als|angebot als|als unsere|als unser|suche eine|suche einen|suchen eine|suchen einen|fehlt eine|fehlt mir eine|fehlt uns eine|fehlt ein|brauchen eine|brauche eine|brauchen einen|sie als|dich als|einsatz als|arbeit als|anstellung als|einstieg als|funktion als|stellenangebot|ausschreibung|ausgeschriebene stelle|unsere neue|unser neuer".split(
    "|",
  ),
  ..."la place de|la place|place de|place|en qualite de|fonction de|fonction|remplacement de|remplacement|emploi de|emploi|travail de|cherche une|cherche un|cherchons une|cherchons un|cherchera une|cherchent une|engage une|engage un|recrute une|recrute un|recrutons une|recrutons un|faut une|faut un|besoin d'une|besoin d'un|besoin une|besoin un|future|affichage pour|concours de|examen de|celui de|celui|mission de".split(
    "|",
  ),
  ..."trabajo de|trabajo como|laburo de|lista de|busqueda de|la busqueda de|buscan|buscan una|buscan un|buscamos una|buscamos un|busca una|busca un|buscando una|buscando un|sumar una|sumar un|necesito una|necesito un|necesitan|falta una|falta un|eres la|seas nuestra|seas nuestro|ser nuestra|ser nuestro|anotar para|inscripcion en la oferta|la oferta|empleo de|puesto como|contratarte como|contratarla como|convocatoria para|postulaste a|postulacion para|postulacion como".split(
    "|",
  ),
  ..."trabalho de|trabalho como|lista de|procura uma|procura um|procuramos uma|procuramos um|procuro uma|procuro um|preciso de uma|preciso de um|precisamos de uma|precisamos de um|falta uma|falta um|sem|credenciamento de|inscricao para|inscricao para a vaga de|inscricao como|contratar como|contratá-la como|anuncio de|seja nossa|ser nossa|ser a nossa|ser o nosso|bico de|emprego de|lugar como|substituicao de".split(
    "|",
  ),
  ..."incarico di|incarico come|assunzione come|assumerla come|domanda per|domanda come|posti di|n 1|n 2|lavoro di|lavoro come|cerchiamo una|cerchiamo un|cerca una|cerca un|cercano una|cercano un|serve una|serve un|bisogno di una|bisogno di un|manca una|manca un|colloquio per|colloquio come|contratto di|contratto come|bando per|concorso per|avviso per|proposta per|prova come|sostituzione di|nostra nuova|nostro nuovo|fatto la|fatto il".split(
    "|",
  ),
  ..."kandidatuur voor|kandidatuur als|dossier voor|selectieprocedure voor|kiezen we voor|doorgaan voor|ronde voor|zoek een|zoeken een|zoeken wij een|zoekt een|nodig hebben een|een nieuwe|onze nieuwe|cv als|werk als|werken als|job als|aan de slag als|plek als|plaats als|plaats van|aanbod voor|arbeidsvoorwaardenvoorstel voor|gesprek als|brief voor|sollicitatiebrief voor|wervingsexamen|examen voor|proef voor".split(
    "|",
  ),
];

/** Said right behind a title ("… role", "… vacancy"). */
export const AFTER_ROLE: readonly string[] =
  "position role post job vacancy opening internship opportunity search seat chair interview interviews vacancies offer team shift shifts contract application referees references contest competition requisition profile apprenticeship placement".split(
    " ",
  );

/** Words that stand in front of a head and belong to the title even where it is written small. */
export const ROLE_MODIFIERS: readonly string[] = words(`
  senior junior lead chief head principal deputy assistant associate trainee graduate apprentice vice executive general regional area
  night day sous second first pastry line dental veterinary legal medical clinical practice staff ward school bus kitchen dining bar
  front house office shop store sales account customer service project product programme program operations quality safety supply
  warehouse forklift delivery van lorry truck hgv machine maintenance field care support social youth family primary secondary
  music science maths data software hardware web mobile backend frontend full-stack fullstack cloud network security systems finance
  payroll credit tax audit risk compliance hr talent people marketing content digital brand media press event events travel cabin
  flight ground crew lab laboratory research test senior`);

/** Words that end a title where no punctuation does. */
export const ROLE_ENDS: readonly string[] = words(`
  at with in on and or to for from by is are was were has have had will would can could may might that which who whose if when because
  since as so but we you i they he she it this these those our your their his her its here there now not no then also again already
  next starting beginning please thank thanks hope dear hi hello
  bei beim im in am an auf und oder mit zu zum zur von fur ist sind war wurde wird haben hat hatten wir sie ich uns ihnen ihr ihre
  unser unsere dass weil wenn aber nicht sowie ab bis durch nach sich eine einen einem einer
  chez dans au aux a avec et ou pour par est sont a ete sera que qui nous vous je il elle on notre votre ne pas mais car si sur
  en y o con por para es son fue sera ha han que nos le les te se su sus nuestro nuestra no pero si esta este como sobre
  no na em e ou com por para foi que nos lhe se sua seu nossa nosso nao mas esta este como sobre ja
  presso in e o con per da dal alla al nel nella sono stata stato che ci la le si suo sua nostro nostra non ma se come
  bij in op en of met voor naar van te is zijn was heeft hebben wij je jij u ik ons onze uw dat die niet maar als omdat`);
