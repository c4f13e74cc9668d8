import type { Network } from '#tenants/schema.ts'
import type { Answers } from './matching.schema.ts'
import { foldValue } from './recognise.ts'

/** Between the sectors of the thesaurus that one word of a network stands for. */
export const SEVERAL = '|'

/** What a network calls its sectors, as folded, with what each stands for. */
export const ownLabels = ({ sectorLabels }: Pick<Network, 'sectorLabels'>): Answers => ({
  sectors: Object.fromEntries(
    (sectorLabels ?? []).map(({ label, sectors }) => [foldValue(label), sectors.join(SEVERAL)]),
  ),
})

/** What was answered, and what the network's own words mean where nobody answered otherwise. */
export const withOwnLabels = (answers: Answers, network: Pick<Network, 'sectorLabels'>): Answers => ({
  ...answers,
  sectors: { ...ownLabels(network).sectors, ...answers.sectors },
})
