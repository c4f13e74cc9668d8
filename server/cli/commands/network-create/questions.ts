import { initialsOf, slugify } from '#packages/referentials/text.ts'
import { PRESETS } from '#tenants/defaults.ts'
import type { Network } from '#tenants/schema.ts'
import { unwornColour } from '#tenants/shades.ts'
import { among } from './among.ts'
import { colourFrom } from './colour.ts'
import type { Answers } from './network-file.ts'
import { departmentsFrom, freeDepartments, regionFrom } from './territory.ts'

export type Known = { networks: Network[]; draft: Partial<Answers> }

/** One thing to know of a network, given by an option, typed by a person, or proposed. */
export type Question = {
  option: string
  value: string
  says: string
  otherwise?: string
  /** Without a proposal, nor a default, the answer is needed; `aside` is only given by its option. */
  proposal?: (known: Known) => string | undefined
  aside?: true
  read: (text: string, known: Known) => Partial<Answers>
  /** The field of network.json whose faults it answers for. */
  field: string
}

const SLUG_LENGTH = 40
const STATUSES = ['active', 'to_confirm'] as const
const LEGAL_FORMS = ['association', 'gip'] as const
const worn = ({ networks }: Known) => networks.map(({ brand }) => brand.brand)

export const QUESTIONS: Question[] = [
  {
    option: 'name',
    value: 'nom',
    says: 'le nom du réseau, tel que le public le lit',
    read: (name) => ({ name }),
    field: 'names',
  },
  {
    option: 'slug',
    value: 'slug',
    says: 'ce qui le désigne dans les adresses ; ne change plus jamais',
    otherwise: 'tiré du nom',
    proposal: ({ draft }) => slugify(draft.name!, SLUG_LENGTH),
    read: (slug) => ({ slug }),
    field: 'slug',
  },
  {
    option: 'acronym',
    value: 'sigle',
    says: 'son sigle',
    aside: true,
    read: (acronym) => ({ acronym }),
    field: 'acronym',
  },
  {
    option: 'status',
    value: STATUSES.join('|'),
    says: 'to_confirm garde ses données sans le montrer',
    otherwise: 'active',
    aside: true,
    proposal: () => 'active',
    read: (text) => ({ status: among(STATUSES, text) }),
    field: 'status',
  },
  {
    option: 'region',
    value: 'région',
    says: 'sa région, par son nom ou son code INSEE',
    read: (text) => ({ region: regionFrom(text) }),
    field: 'region',
  },
  {
    option: 'departments',
    value: 'codes',
    says: 'ses départements, séparés par des virgules',
    otherwise: "ceux de la région qui n'ont pas de réseau",
    proposal: ({ networks, draft }) => freeDepartments(draft.region!, networks, draft.status!).join(','),
    read: (text, { draft }) => ({ departments: departmentsFrom(text, draft.region!) }),
    field: 'departments',
  },
  {
    option: 'legal-form',
    value: LEGAL_FORMS.join('|'),
    says: 'sa forme juridique',
    otherwise: 'association',
    proposal: () => 'association',
    read: (text) => ({ legalForm: among(LEGAL_FORMS, text) }),
    field: 'legalForm',
  },
  {
    option: 'founded',
    value: 'date',
    says: 'sa création : année, ou jour AAAA-MM-JJ',
    aside: true,
    read: (founded) => ({ founded }),
    field: 'founded',
  },
  {
    option: 'website',
    value: 'adresse',
    says: 'son site, en https:// (rien si aucun)',
    proposal: () => '',
    read: (text) => (text ? { website: text } : {}),
    field: 'website',
  },
  {
    option: 'member-since',
    value: 'jour',
    says: 'le jour de son adhésion à la conférence, AAAA-MM-JJ',
    aside: true,
    read: (memberSince) => ({ memberSince }),
    field: 'conferenceMembership',
  },
  {
    option: 'preset',
    value: PRESETS.join('|'),
    says: 'les modules ouverts',
    otherwise: 'petit-reseau',
    proposal: () => 'petit-reseau',
    read: (text) => ({ preset: among(PRESETS, text) }),
    field: 'modules',
  },
  {
    option: 'brand',
    value: '#rrvvbb',
    says: 'sa couleur, lisible sur fond clair ; les autres teintes en viennent',
    otherwise: 'une couleur que nul ne porte',
    proposal: (known) => unwornColour(worn(known)),
    read: (text, { networks }) => ({ brand: colourFrom(text, networks) }),
    field: 'brand',
  },
  {
    option: 'initials',
    value: 'lettres',
    says: 'une à trois lettres pour sa pastille',
    otherwise: 'tirées du nom',
    proposal: ({ draft }) => initialsOf(draft.acronym ?? draft.name!),
    read: (initials) => ({ initials }),
    field: 'brand',
  },
]
