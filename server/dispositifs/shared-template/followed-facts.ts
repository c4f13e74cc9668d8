import { followedValue } from './merge-template.ts'
import { FOLLOWED, type Followed, type SharedTemplate } from './shared-template.schema.ts'

type Facts = Pick<SharedTemplate, Followed>

/** The presentation, where the network left it as the template had it. */
export const followedFacts = (base: Facts, ours: Facts, theirs: Facts): Facts =>
  Object.fromEntries(FOLLOWED.map((one) => [one, followedValue(base[one], ours[one], theirs[one])])) as Facts
