/** Sentences of descriptions; between braces, what descriptions.ts fills in. */
export const OPENINGS = {
  association: [
    'L’association {act} {where}.',
    'Née {atCity} en {year}, l’association {act} {where}.',
    'Depuis {year}, l’association soutient {cause} {where}.',
    'Des habitants {ofCity} se sont réunis en {year} pour soutenir {cause} {where}.',
    'Association de bénévoles qui {act} {where}.',
    'Avec ses partenaires locaux, l’association {act} {where}.',
    'L’association est née d’un voyage : depuis {year}, elle {act} {where}.',
    'Créée par des amis {ofPlace}, l’association {act}.',
    'Une équipe de bénévoles accompagne {cause} {where}.',
    'L’association relie {place} et la France : elle {act}.',
  ],
  twinning: [
    'Le comité fait vivre depuis {year} le jumelage avec {place}, {within}.',
    'Le comité organise des échanges avec {place}, {within}, et {act}.',
    'Jumelage signé en {year} avec {place}, {within} : accueil de familles, échanges scolaires et soutien à des projets.',
    'Avec la commune partenaire {ofPlace}, le comité {act}.',
  ],
  diaspora: [
    'L’association rassemble les ressortissants {ofPlace} et {act} {within}.',
    'Créée par des familles originaires {ofPlace}, l’association soutient {cause}.',
    'La diaspora {ofPlace} se mobilise depuis {year} : elle {act}.',
  ],
  authority: [
    'Coopération décentralisée avec {place}, {within}, depuis {year}.',
    'La collectivité est liée à {place}, {within}, par une convention signée en {year} et soutient {cause}.',
    'Un partenariat avec {place}, {within}, porte sur plusieurs projets : {projects}.',
    'La collectivité soutient les associations de son territoire et coopère avec {place}, {within}.',
  ],
  higher_education: [
    'L’établissement conduit avec {place}, {within}, des échanges d’étudiants et des recherches partagées.',
    'Un partenariat avec une université {ofPlace}, {within}, réunit étudiants et enseignants depuis {year}.',
  ],
  school: [
    'Les élèves correspondent avec un établissement {ofPlace}, {within}.',
    'Un partenariat avec {place}, {within}, donne lieu à des voyages d’étude et à un projet partagé : {projects}.',
    'L’établissement soutient {cause} {where}, avec les élèves et leurs familles.',
  ],
  company: [
    'L’entreprise appuie {cause} {where}, avec des partenaires du pays.',
    'Une équipe qui travaille {where} depuis {year}.',
    'L’entreprise met son savoir-faire au service de projets {within} : {projects}.',
  ],
  body: [
    'La structure soutient {cause} {where}.',
    'Elle accueille et accompagne des projets avec {place}, {within}.',
    'Un partenariat avec {place}, {within}, existe depuis {year}.',
  ],
  second: [
    'D’autres actions concernent {cause}.',
    'S’y ajoutent d’autres projets : {projects}.',
    'Les actions portent également sur {cause}.',
  ],
}

type Family = keyof typeof OPENINGS

export const CLOSERS: Partial<Record<Family, string[]>> = {
  association: [
    'Ses actions sont financées par des repas, des marchés solidaires et des dons.',
    'Elle participe chaque automne au Festival des solidarités.',
    'Chaque projet est décidé avec les habitants et suivi par un comité local.',
    'Elle intervient aussi dans les écoles du territoire.',
    'Une mission sur place a lieu chaque année, aux frais des bénévoles.',
    'Elle compte une trentaine d’adhérents.',
    'L’association recherche des bénévoles pour ses animations.',
    'Un bulletin rend compte deux fois par an des projets et des comptes.',
    'Les projets sont repris peu à peu par les partenaires du pays.',
    'Des jeunes en service civique rejoignent régulièrement l’équipe.',
    'Elle travaille avec la commune, le collège et plusieurs associations voisines.',
  ],
  twinning: [
    'Les échanges réunissent chaque année une vingtaine de familles.',
    'Les écoles, le club de football et la chorale y prennent part.',
    'Une délégation se rend sur place tous les deux ans.',
    'Le comité est soutenu par la commune.',
  ],
  authority: [
    'Les associations, les lycées et les services techniques y prennent part.',
    'La coopération reçoit le soutien du ministère de l’Europe et des Affaires étrangères.',
    'Une délégation d’élus et d’agents se rend sur place chaque année.',
    'Un comité de pilotage réunit élus, habitants et associations.',
  ],
  school: [
    'Un groupe d’élèves volontaires s’y consacre chaque année.',
    'Le projet associe les enseignants de plusieurs matières.',
    'Des actions sont menées pendant le Festival des solidarités.',
  ],
  higher_education: [
    'Des étudiants y effectuent leur stage chaque année.',
    'Le projet associe plusieurs laboratoires.',
  ],
  company: [
    'Elle conseille des collectivités et des associations.',
    'Les bénéfices sont en partie reversés aux partenaires.',
    'Elle répond à des appels à projets avec des associations du territoire.',
  ],
  body: ['Les habitants du quartier y prennent part.', 'Une exposition en rend compte chaque année.'],
}
