import { inFrench } from '#packages/referentials/typography.ts'
import type { Field, FieldInput, FieldType, SectionInput } from '../form/form.schema.ts'

/** Unbreakable before € and %, and inside a number: « 4 000 € » stays on one line. */
const held = (text: string) => text.replace(/(?<=\d) (?=\d{3}\b)/g, '\u00a0').replace(/ (?=[€%])/g, '\u00a0')

/** What a template says, in both languages, with the typography of each. */
export const said = (fr: string, en: string) => ({
  fr: held(inFrench(fr)).replaceAll("'", '’'),
  en: en.replaceAll("'", '’'),
})

type More = Omit<Partial<FieldInput>, 'key' | 'type' | 'label' | 'help' | 'choices'>
/** `help` in French then in English; `choices` as `value | fr | en`, a line each. */
type Told = More & { help?: readonly [string, string]; choices?: string }

export function ask(key: string, type: FieldType, fr: string, en: string, told: Told = {}): FieldInput {
  const { help, choices, ...more } = told
  return {
    ...{ key, type, label: said(fr, en) },
    ...(help && { help: said(...help) }),
    ...(choices && { choices: choicesOf(choices) }),
    ...more,
  }
}

const choicesOf = (lines: string): Field['choices'] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [value, fr, en] = line.split('|').map((part) => part.trim())
      return { value: value!, label: said(fr!, en!) }
    })

export const part = (
  key: string,
  title: readonly [string, string],
  fields: FieldInput[],
  more: { intro?: readonly [string, string]; showIf?: SectionInput['showIf'] } = {},
): SectionInput => ({
  ...{ key, title: said(...title), fields },
  ...(more.intro && { intro: said(...more.intro) }),
  ...(more.showIf && { showIf: more.showIf }),
})
