import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { projectPicture } from '#db/schema/projects.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { fieldRefused } from '../errors.ts'
import { readAround } from '../project/around-project.server.ts'
import type { ProjectRow } from '../project/locked-project.server.ts'
import { locatesBy } from '../project/project.ts'
import type { PictureWords } from './picture.schema.ts'

/** The words of a picture are read by all: told by its country alone, a project is located by none of them. */
export async function demandUnlocated(
  tx: Transaction,
  ctx: NetworkContext,
  row: ProjectRow,
  words: PictureWords,
) {
  if (!row.countryOnly) return
  const { partnersThere } = await readAround(tx, ctx, row.id)
  const locates = locatesBy({ place: row.place, partnersThere })
  for (const field of ['alt', 'credit'] as const)
    if (locates(words[field])) throw fieldRefused(field, 'locates')
}

/** The same, of every picture there is, when a project becomes one told by its country alone. */
export async function demandPicturesUnlocated(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
  next: Parameters<typeof locatesBy>[0],
) {
  const pictures = await tx
    .select({ alt: projectPicture.alt, credit: projectPicture.credit })
    .from(projectPicture)
    .where(and(eq(projectPicture.networkId, ctx.network.id), eq(projectPicture.projectId, id)))
  const locates = locatesBy(next)
  if (pictures.some(({ alt, credit }) => locates(alt, credit)))
    throw fieldRefused('countryOnly', 'pictures_locate')
}
