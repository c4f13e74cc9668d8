import { lockedByTemplate } from '../errors.ts'
import type { Contents } from '../revision/contents.ts'
import type { RevisionKind } from '../revision/current-revision.server.ts'
import { departuresIn } from './locked-pieces.ts'
import { baseOf, type Tie } from './tie.server.ts'

/** What comes from a template is as the template has it, until the network departs from it. */
export function demandUnlocked<Kind extends RevisionKind>(
  tie: Tie | null,
  kind: Kind,
  version: number | null,
  content: Contents[Kind],
) {
  if (!tie || tie.departedAt) return
  const changed = departuresIn<Kind>(kind, baseOf(tie, version)[kind] as Contents[Kind], content)
  if (changed.length > 0) throw lockedByTemplate(changed)
}
