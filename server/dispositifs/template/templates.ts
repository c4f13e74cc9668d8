import { incubator } from './incubator.ts'
import { isi } from './isi.ts'
import { jsi } from './jsi.ts'
import { preliminaryStudy } from './preliminary-study.ts'
import { tandems } from './tandems.ts'
import { type Template, template } from './template.schema.ts'
import { vvvSi } from './vvv-si.ts'

/** Ready to be taken over, in the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [isi, jsi, vvvSi, incubator, preliminaryStudy, tandems].map(
  (input) => template.parse(input),
)

export const templateByKey = (key: string): Template | undefined =>
  TEMPLATES.find((template) => template.key === key)
