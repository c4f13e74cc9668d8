import type { ModuleKey } from '#tenants/schema.ts'

/** Sections a network may show or hide: those that have something to show; a capability adds its own. */
export const CHOOSABLE: readonly ModuleKey[] = ['directory', 'projects', 'dispositifs']
