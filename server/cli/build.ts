import { ensureBuilt } from '#server/http/pages.ts'
import { readSettings } from '#server/kernel/settings.ts'

/** Builds the pages when they are stale: done once, before an image is deployed. */
export async function run(): Promise<number> {
  await ensureBuilt(readSettings().buildDir)
  return 0
}
