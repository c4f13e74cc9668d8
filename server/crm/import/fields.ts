/** What a column of a file may be. Groups are those of the page; a type says how a cell is read. */
export type FieldType =
  | 'text'
  | 'names'
  | 'identifier'
  | 'kind'
  | 'commune'
  | 'postal_code'
  | 'insee'
  | 'department'
  | 'country'
  | 'countries'
  | 'sectors'
  | 'sdgs'
  | 'yes_no'
  | 'day'
  | 'standing'
  | 'key'
  | 'tags'
  | 'own'

export type FieldGroup =
  | 'identity'
  | 'place'
  | 'activity'
  | 'reach'
  | 'follow'
  | 'own'
  | 'contact1'
  | 'contact2'
export type ImportField = { key: string; group: FieldGroup; type: FieldType; named: string[] }

const field = (group: FieldGroup, key: string, type: FieldType, named: string): ImportField => ({
  key,
  group,
  type,
  named: named.split('|'),
})

/** After `named`: how people's files head such a column, folded; the first that is wholly found wins. */
const OF_ORGANISATIONS: ImportField[] = [
  field('identity', 'name', 'text', 'nom|nom de la structure|structure|organisation|raison sociale|denomination|nom organisation|intitule|name|organization|nom association|libelle'),
  field('identity', 'acronym', 'text', 'sigle|acronyme|acronym|abreviation'),
  field('identity', 'aliases', 'names', 'autres noms|alias|noms d usage|nom d usage|other names|aliases'),
  field('identity', 'formerNames', 'names', 'anciens noms|ancien nom|former names|former name'),
  field('identity', 'kind', 'kind', 'type|type de structure|categorie|nature|statut|statut juridique|forme juridique|kind|famille'),
  field('identity', 'siren', 'identifier', 'siren|n siren|numero siren'),
  field('identity', 'siret', 'identifier', 'siret|n siret|numero siret'),
  field('identity', 'rna', 'identifier', 'rna|n rna|numero rna|waldec'),
  field('identity', 'externalKey', 'key', 'identifiant|id|reference|ref|code|cle|record id|external id'),
  field('identity', 'description', 'text', 'description|presentation|objet|activites|resume|about|missions'),
  field('place', 'address', 'text', 'adresse|rue|voie|adresse postale|address|street|adresse 1'),
  field('place', 'postalCode', 'postal_code', 'code postal|cp|postal code|zip|zip code'),
  field('place', 'city', 'commune', 'ville|commune|localite|city|town'),
  field('place', 'insee', 'insee', 'code insee|insee|code commune'),
  field('place', 'department', 'department', 'departement|dept|dpt|department'),
  field('place', 'seatCountry', 'country', 'pays du siege|siege pays|seat country'),
  field('place', 'seatPrivate', 'yes_no', 'siege prive|domicile|siege chez un particulier|private seat'),
  field('reach', 'website', 'text', 'site|site web|site internet|website|url|web'),
  field('reach', 'email', 'text', 'email|e mail|mail|courriel|adresse e mail|adresse mail|email structure'),
  field('reach', 'phone', 'text', 'telephone|tel|phone|portable|mobile|numero de telephone'),
  field('activity', 'countries', 'countries', 'pays|pays d intervention|pays partenaires|countries|country|zone geographique|pays d action'),
  field('activity', 'sectors', 'sectors', 'secteurs|secteur|secteurs d intervention|domaines|domaine|thematiques|thematique|themes|sectors'),
  field('activity', 'sdgs', 'sdgs', 'odd|objectifs de developpement durable|sdg|sdgs'),
  field('follow', 'verifiedAt', 'day', 'date de verification|derniere verification|verifie le|mise a jour|date de mise a jour|verified on|derniere mise a jour'),
  field('follow', 'tags', 'tags', 'etiquettes|etiquette|tags|tag|mots cles|mot cle|labels'),
  field('follow', 'contactable', 'yes_no', 'accepte d etre contacte|contactable|newsletter'),
  field('follow', 'aggregated', 'yes_no', 'comptee dans les statistiques|aggregated'),
  field('follow', 'shownToNetworks', 'yes_no', 'visible des reseaux|shown to networks'),
] // biome-ignore format: one line a field

const contact = (group: 'contact1' | 'contact2'): ImportField[] => {
  const nth = group === 'contact1' ? '' : ' 2'
  const also = group === 'contact1' ? ' 1' : ' 2'
  const named = (text: string) =>
    text
      .split('|')
      .flatMap((one) => [`${one}${nth}`, `${one}${also}`])
      .join('|')
  return [
    field(group, `${group}.fullName`, 'text', named('contact|nom complet|responsable|nom du contact|personne contact|interlocuteur|referent|contact name')),
    field(group, `${group}.givenName`, 'text', named('prenom|prenom contact|prenom du contact|first name|given name')),
    field(group, `${group}.familyName`, 'text', named('nom contact|nom de famille|nom du responsable|last name|family name')),
    field(group, `${group}.function`, 'text', named('fonction|fonction contact|poste|function|role|qualite')),
    field(group, `${group}.standing`, 'standing', named('statut contact|standing')),
    field(group, `${group}.email`, 'text', named('email contact|mail contact|e mail contact|courriel contact|e mail du contact|contact email')),
    field(group, `${group}.phone`, 'text', named('telephone contact|tel contact|telephone du contact|portable contact|contact phone')),
  ] // biome-ignore format: one line a field
}

export const IMPORT_FIELDS: ImportField[] = [
  ...OF_ORGANISATIONS,
  ...contact('contact1'),
  ...contact('contact2'),
]
export const FIELD_GROUPS: FieldGroup[] = [
  'identity',
  'place',
  'reach',
  'activity',
  'follow',
  'own',
  'contact1',
  'contact2',
]

const byKey = new Map(IMPORT_FIELDS.map((one) => [one.key, one]))
const OWN = /^own\.(.+)$/

/** The key of a field the network added, when that is what a column is. */
export const ownKeyOf = (key: string): string | undefined => OWN.exec(key)?.[1]
export const ownFieldKey = (key: string) => `own.${key}`

export const isImportField = (key: string) => byKey.has(key) || OWN.test(key)
export const importField = (key: string): ImportField | undefined =>
  byKey.get(key) ?? (OWN.test(key) ? { key, group: 'own', type: 'own', named: [] } : undefined)

/** Fields whose values are those of a closed list: what is not of it is asked once a value. */
export const CHOSEN: FieldType[] = [
  'kind',
  'country',
  'countries',
  'sectors',
  'sdgs',
  'yes_no',
  'department',
  'standing',
  'commune',
]
