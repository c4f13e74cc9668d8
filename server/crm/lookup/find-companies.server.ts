import { z } from 'zod'
import { isRna } from '#packages/identifiers/rna.ts'
import { formatSiren, isSiren } from '#packages/identifiers/siren.ts'
import { isSiret } from '#packages/identifiers/siret.ts'
import { communeByInsee } from '#packages/referentials/communes.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { communeLabel } from '../organisation/find-commune.server.ts'
import { crm } from '../permissions.ts'
import type { Proposal } from './proposal.ts'
import { askService, type LookupAnswer } from './public-register.server.ts'

const MOST_PROPOSED = '8'
const said = z.string().max(400).nullish()
const company = z.object({
  siren: z.string().refine(isSiren),
  nom_complet: said,
  nom_raison_sociale: said,
  sigle: said,
  nature_juridique: said,
  etat_administratif: said,
  complements: z.object({ identifiant_association: said }).nullish(),
  siege: z
    .object({
      siret: said,
      adresse: said,
      numero_voie: said,
      indice_repetition: said,
      type_voie: said,
      libelle_voie: said,
      code_postal: said,
      commune: said,
    })
    .nullish(),
})
type Company = z.output<typeof company>
const answer = z.object({ results: z.array(z.unknown()).max(100) })

/** Organisations of the national register (« recherche d’entreprises ») that answer a name or a number. */
export async function findCompanies(ctx: Context, q: string): Promise<LookupAnswer<Proposal>> {
  demand(ctx, crm['organisation:write'])
  const asked = q.trim().slice(0, 200)
  if (asked.length < 3) return { found: [] }
  const told = await askService('companies', 'search', { q: asked, page: '1', per_page: MOST_PROPOSED })
  if ('failure' in told) return told
  const read = answer.safeParse(told.body)
  if (!read.success) return { failure: 'unreadable' }
  return {
    found: read.data.results.flatMap((one) => {
      const parsed = company.safeParse(one)
      return parsed.success ? [proposalOf(parsed.data)] : []
    }),
  }
}

/** Those who asked not to be shown are named in brackets. */
const shown = (text: string | null | undefined) => (text && !text.includes('[') ? text.trim() : '')

function proposalOf(one: Company): Proposal {
  const { siren, siege, complements } = one
  const name = shown(one.nom_raison_sociale) || shown(one.nom_complet)
  const rna = complements?.identifiant_association ?? ''
  const commune = siege?.commune ? communeByInsee(siege.commune) : undefined
  const label = commune ? communeLabel(commune, siege?.code_postal ?? null) : ''
  const siret = siege?.siret ?? ''
  const closed = one.etat_administratif === 'C'
  return {
    title: name || formatSiren(siren),
    about: [formatSiren(siren), label, closed ? 'closed' : ''].filter(Boolean).join(' · '),
    fields: {
      name,
      acronym: shown(one.sigle),
      siren,
      siret: isSiret(siret) ? siret : '',
      // The register keeps numbers of a former seat: those of Alsace and Moselle never were.
      rna: isRna(rna) && !/^W(57|67|68)/.test(rna) ? rna : '',
      type: typeOf(one.nature_juridique ?? ''),
      address: streetOf(siege),
      commune: label,
    },
  }
}

function streetOf(siege: Company['siege']): string {
  const { numero_voie, indice_repetition, type_voie, libelle_voie } = siege ?? {}
  return [numero_voie, indice_repetition, type_voie, libelle_voie].map(shown).filter(Boolean).join(' ')
}

/** Legal categories that leave no doubt (INSEE, catégories juridiques); any other is left to who knows. */
const TYPES: [RegExp, string][] = [
  [/^92/, 'association'],
  [/^93/, 'association/foundation'],
  [/^7210$/, 'local_authority/municipality'],
  [/^7220$/, 'local_authority/department'],
  [/^72(25|30)$/, 'local_authority/region'],
  [/^734[3-8]$/, 'local_authority/intercommunality'],
  [/^735[3-5]$/, 'local_authority/joint_body'],
  [/^71/, 'public_body/state_service'],
  [/^5[2-8]/, 'company/company'],
  [/^1000$/, 'company/freelance'],
]
const typeOf = (category: string) => TYPES.find(([pattern]) => pattern.test(category))?.[1] ?? ''
