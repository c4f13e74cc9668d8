import { asksSponsor } from '../dossier/written-columns.ts'
import type { Fact, Field, FieldType, FormDefinition } from '../form/form.schema.ts'
import { ORIGINS, SEXES } from '../head-count/head-count.schema.ts'

export type TargetKind = Exclude<FieldType, 'period' | 'partners' | 'head_count' | 'budget' | 'file'> | 'key'

/** What a column of a session's file may be: something of the dossier itself, or a part of an answer. */
export interface Target {
  key: string
  kind: TargetKind
  /** Of the form; none for what stands beside it. */
  field?: Field
  /** Which part of its answer, when it has several. */
  part?: string
  /** How people's files head such a column, folded. */
  named: string[]
}

const beside = (key: string, kind: TargetKind, named: string): Target => ({
  ...{ key, kind },
  named: named.split('|'),
})

const BESIDE: readonly Target[] = [
  beside(
    'number',
    'key',
    'numero|n|numero dossier|n dossier|reference|reference dossier|ref|id dossier|code dossier|numero demande|dossier',
  ),
  beside('status', 'short_text', 'statut|statut dossier|etat|etat dossier|avancement|status'),
  beside('deposited_on', 'date', 'date depot|depose|depose le|date soumission|date transmission|soumis le'),
  beside(
    'holder',
    'organisation',
    'porteur|association|nom association|structure|nom structure|porteur projet|organisme|beneficiaire|demandeur|raison sociale|holder',
  ),
  beside('siret', 'key', 'siret|n siret|numero siret|siret association|siret porteur|siren'),
  beside('rna', 'key', 'rna|n rna|numero rna|rna association|waldec'),
  beside('department', 'short_text', 'departement|dept|departement porteur|departement siege|department'),
]
const SPONSOR = beside(
  'sponsor',
  'organisation',
  'marraine|association marraine|structure marraine|parrain|sponsor|nom marraine',
)

const BY_FACT: Partial<Record<Fact, string>> = {
  title: 'titre|titre projet|intitule|intitule projet|nom projet|projet|title',
  summary: 'resume|resume projet|description|presentation',
  requested:
    'montant demande|subvention demandee|montant sollicite|demande|montant subvention demandee|amount requested',
  starts_on: 'date debut|debut|du|start',
  ends_on: 'date fin|fin|au|end',
  countries: 'pays|pays sejour|pays action|destination|pays destination|country|countries',
  place: 'commune|lieu|ville',
  sponsor: SPONSOR.named.join('|'),
  action_days: 'jours action|nombre jours action|duree action',
  youngest: 'age min|age minimum|plus jeune',
  oldest: 'age max|age maximum|plus age',
}

const OF_PART: Record<string, string> = {
  from: 'date debut|debut|debut sejour|date depart|date debut sejour|date debut action|start',
  to: 'date fin|fin|fin sejour|date retour|date fin sejour|date fin action|end',
  requested: BY_FACT.requested!,
  'french.total': 'jeunes francais|nombre jeunes francais|nb jeunes francais|effectif francais|jeunes france',
  'french.girls': 'filles francaises|jeunes francaises|francaises|filles france|nb filles francaises',
  'french.boys': 'garcons francais|francais|garcons france|nb garcons francais',
  'french.other': 'autres francais|francais autre|francais autre non renseigne',
  'foreign.total':
    'jeunes etrangers|nombre jeunes etrangers|nb jeunes etrangers|jeunes partenaires|jeunes pays partenaire',
  'foreign.girls': 'filles etrangeres|jeunes etrangeres|etrangeres|filles partenaires|nb filles etrangeres',
  'foreign.boys': 'garcons etrangers|etrangers|garcons partenaires|nb garcons etrangers',
  'foreign.other': 'autres etrangers|etrangers autre|etrangers autre non renseigne',
}

/** What a column cannot say is completed here: lists of partners, documents, the lines of a budget. */
function targetsOfField(field: Field, asks: ReadonlySet<Fact>): Target[] {
  const { key, type, fact, label } = field
  const titles = [label.fr, label.en]
  const part = (name: string, kind: TargetKind, known = true): Target => ({
    ...{ key: `f.${key}.${name}`, kind, field, part: name },
    named: known ? (OF_PART[name] ?? '').split('|').filter(Boolean) : [],
  })
  if (type === 'period') {
    const known = fact === 'period'
    return [part('from', 'date', known), part('to', 'date', known)]
  }
  if (type === 'head_count')
    return ORIGINS.flatMap((origin) =>
      ['total', ...SEXES].map((sex) => part(`${origin}.${sex}`, 'number', fact === 'planned')),
    )
  // The form may ask what is requested by itself: the column says that, and not a line of the budget.
  if (type === 'budget') return fact === 'budget' ? [part('requested', 'money', !asks.has('requested'))] : []
  if (type === 'partners' || type === 'file') return []
  const known = fact ? (BY_FACT[fact] ?? '').split('|').filter(Boolean) : []
  return [{ key: `f.${key}`, kind: type, field, named: [...titles, ...known] }]
}

/** Everything a column may be in a session whose dossiers are written on this form. */
export function targetsOf(definition: FormDefinition, hasSponsor: boolean): Target[] {
  const sponsored = hasSponsor && !asksSponsor(definition) ? [SPONSOR] : []
  const fields = definition.sections.flatMap((section) => section.fields)
  const asks = new Set(fields.flatMap(({ fact }) => fact ?? []))
  const asked = fields.flatMap((field) => targetsOfField(field, asks))
  return [...BESIDE, ...sponsored, ...asked]
}

/** What says whose dossier it is, and is no part of it. */
export const OF_HOLDER = ['holder', 'siret', 'rna', 'department']
