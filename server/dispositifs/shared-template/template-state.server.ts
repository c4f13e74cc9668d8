import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { blankRevisions } from '../revision/blank-revisions.ts'
import { type Contents, DRAFT, REVISION_KINDS } from '../revision/contents.ts'
import { currentRevision, type RevisionKind } from '../revision/current-revision.server.ts'
import { draftOf } from '../revision/draft-of.server.ts'
import { mergeContent, type Told } from './merge-template.ts'
import type { Offer } from './offers.server.ts'
import { same } from './same.ts'
import { baseOf, type Tie } from './tie.server.ts'

export type Part<Kind extends RevisionKind = RevisionKind> = {
  kind: Kind
  /** What one would change now: the draft, else what is in force. */
  content: Contents[Kind]
  /** The template as this was written upon. */
  base: Contents[Kind]
  version: number
  isDraft: boolean
}

/** Form, rules and grid of a dispositif that comes from a template, each with the version it was written upon. */
export async function partsOf(tx: Transaction, ctx: NetworkContext, tie: Tie): Promise<Part[]> {
  const parts: Part[] = []
  for (const kind of REVISION_KINDS) {
    const draft = await draftOf(tx, ctx, tie.dispositifId, kind)
    const row = draft ?? (await currentRevision(tx, ctx, tie.dispositifId, kind))
    const base = baseOf(tie, row?.templateVersion ?? null)
    parts.push({
      kind,
      content: DRAFT[kind].parse(row?.content ?? blankRevisions()[kind]) as Part['content'],
      base: base[kind],
      version: row?.templateVersion ?? tie.versions.at(-1)!.version,
      isDraft: draft !== null,
    })
  }
  return parts
}

export type Taking = { kind: RevisionKind; content: Contents[RevisionKind]; clashes: Told[] }

/** What taking this version makes of each part that it changes. */
export const takingOf = (parts: Part[], offer: Pick<Offer, 'version' | 'content'>): Taking[] =>
  parts.flatMap(({ kind, content, base, version }) => {
    const theirs = offer.content[kind]
    if (version >= offer.version || same(base, theirs)) return []
    return [{ kind, ...mergeContent(kind, base, content, theirs) }]
  })
