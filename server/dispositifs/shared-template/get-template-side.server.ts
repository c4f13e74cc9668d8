import { inNetwork, type Transaction } from '#db/client.ts'
import type { dispositif } from '#db/schema/dispositifs.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { nameOf, networkById } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { dispositifs } from '../permissions.ts'
import { REVISION_KINDS, WHOLE } from '../revision/contents.ts'
import { draftOf, sightOf } from '../revision/draft-of.server.ts'
import { type Change, changesOf } from './changes.ts'
import type { Told } from './merge-template.ts'
import { offerFrom } from './offers.server.ts'
import { ownPieces } from './own-pieces.ts'
import { isShared, lastVersion } from './share-template.server.ts'
import { type Part, partsOf, takingOf } from './template-state.server.ts'
import { tieOf } from './tie.server.ts'

/** A newer version, or parts of the one that was taken whose draft was given up. */
export type Newer = { version: number; note: string; changes: Change[]; clashes: Told[]; again: boolean }

/** Everything of a dispositif that has to do with templates: the one it follows, and the one it is. */
export async function getTemplateSide(ctx: Context, id: string) {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    const last = await lastVersion(tx, ctx, id)
    return {
      ...{ id, code: row.code, name: row.name, archived: row.archivedAt !== null },
      shared: last && {
        ...{ version: last.version, publishedAt: last.publishedAt, note: last.note },
        now: await isShared(tx, ctx, id),
      },
      followed: await followed(tx, ctx, row),
    }
  })
}

async function followed(tx: Transaction, ctx: NetworkContext, row: typeof dispositif.$inferSelect) {
  const tie = await tieOf(tx, ctx, row.id)
  if (!tie) return null
  const parts = await partsOf(tx, ctx, tie)
  const held = tie.versions[0]!
  const offer = await offerFrom(tx, ctx, { network: tie.sourceNetwork, source: tie.source })
  const taking = offer ? takingOf(parts, offer) : []
  const isNewer = offer !== null && offer.version > held.version
  const newer: Newer | null =
    offer && (isNewer || taking.length > 0)
      ? {
          ...{ version: offer.version, note: offer.note, again: !isNewer },
          changes: changesOf({ ...held.content, ...basesOf(parts) }, offer.content),
          clashes: taking.flatMap(({ clashes }) => clashes),
        }
      : null
  const owner = tie.sourceNetwork === null ? null : networkById(tie.sourceNetwork)
  return {
    owner: owner ? nameOf(owner) : null,
    ofProduct: tie.sourceNetwork === null,
    /** Withdrawn by who shared it: what was taken stays. */
    gone: offer === null,
    name: held.content.name,
    ...{ version: held.version, takenAt: held.takenAt, departedAt: tie.departedAt, newer },
    own: parts.flatMap(({ kind, content, base }) => ownPieces(kind, base, content)),
    drafts: await draftsOf(tx, ctx, row.id, held.version),
  }
}

const basesOf = (parts: Part[]) => Object.fromEntries(parts.map(({ kind, base }) => [kind, base]))

async function draftsOf(tx: Transaction, ctx: NetworkContext, id: string, version: number) {
  const all = await Promise.all(REVISION_KINDS.map((kind) => draftOf(tx, ctx, id, kind)))
  const drafts = all.flatMap((draft) => (draft?.templateVersion === version ? [draft] : []))
  return {
    seen: drafts.map(sightOf).join(' '),
    parts: drafts.map(({ kind, content }) => ({ kind, isWhole: WHOLE[kind].safeParse(content).success })),
  }
}
