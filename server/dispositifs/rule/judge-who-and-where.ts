import { isSubkind, kindOf } from '#packages/referentials/kinds.ts'
import { isOdaRecipient, odaListOn } from '#packages/referentials/oda.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { RuleOf } from './rule.schema.ts'
import { allOf, type Finding, type Verdict, within } from './verdict.ts'

export const judgeFiles = ({ max }: RuleOf<'files_per_holder'>, { holderFiles }: DossierFacts): Finding => ({
  verdict: within(holderFiles, null, max),
  found: { files: holderFiles },
  wanted: { max },
})

const said = (value: boolean | null | undefined): Verdict =>
  value === null || value === undefined ? 'unknown' : value ? 'met' : 'broken'

export const judgeSponsor = (_: RuleOf<'sponsor_accredited'>, facts: DossierFacts): Finding => ({
  verdict: said(facts.sponsorAccredited),
  found: { accredited: facts.sponsorAccredited },
  wanted: { accredited: true },
})

/** A document nobody looked for is unknown; one that was looked for and is not there is missing. */
export function judgeDocuments({ documents }: RuleOf<'documents'>, facts: DossierFacts): Finding {
  const keys = documents.map(({ key }) => key)
  return {
    verdict: allOf(keys.map((key) => said(facts.documents[key]))),
    found: {
      given: keys.filter((key) => facts.documents[key] === true),
      missing: keys.filter((key) => facts.documents[key] === false),
      unseen: keys.filter((key) => facts.documents[key] === undefined),
    },
    wanted: { documents: keys },
  }
}

export function judgeCountries(rule: RuleOf<'countries'>, facts: DossierFacts): Finding {
  const { countries, startsOn } = facts
  const mayBe = (code: string) =>
    rule.countries.includes(code) || (rule.oda && isOdaRecipient(code, startsOn))
  const refused = countries.filter((code) => !mayBe(code))
  return {
    verdict: countries.length === 0 ? 'unknown' : refused.length === 0 ? 'met' : 'broken',
    found: { countries, refused },
    wanted: {
      countries: rule.countries,
      oda: rule.oda,
      listUntil: rule.oda ? odaListOn(startsOn).until : null,
    },
  }
}

/** A family is enough for a rule of families; where a sub-kind is wanted and was not said, nothing is known. */
export function judgeHolder({ kinds }: RuleOf<'holder_kinds'>, { holder }: DossierFacts): Finding {
  const { kind, subkind } = holder ?? { kind: null, subkind: null }
  const found = { kind, subkind }
  const matches = [kind, subkind].some((one) => one !== null && kinds.includes(one))
  if (matches) return { verdict: 'met', found, wanted: { kinds } }
  const couldBe = kind === null || (subkind === null && kinds.some((one) => familyOf(one) === kind))
  return { verdict: couldBe ? 'unknown' : 'broken', found, wanted: { kinds } }
}

const familyOf = (key: string): string | null => (isSubkind(key) ? kindOf(key) : null)
