import { communesNamed, postalCodeOf } from '#packages/referentials/communes.server.ts'
import { COUNTRIES, countriesOf, FRANCE, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import { KINDS } from '#packages/referentials/kinds.ts'
import { SDGS } from '#packages/referentials/sdgs.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { crm, organisationsMeant } from '#server/crm/public.ts'
import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { FieldType, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { cleaned } from '#server/dispositifs/form/form.ts'
import { faultsOfPart, type Whole } from '#server/dispositifs/form/part-of-form.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import type { Locale } from '../../i18n.ts'
import type { Choice, ChoiceGroup } from '../../ui/choice-search.ts'
import { answersOfForm } from './answers-of-form.ts'
import type { Sources } from './filling.ts'
import { held, writtenText } from './read-cell.ts'
import { MORE_ROWS, rowsAsked } from './rows-asked.ts'
import { typedForm } from './typed-form.ts'

const ASK_COUNTRIES: FieldType[] = ['country', 'countries', 'place', 'partners']

/** What a loader gives to `FormSections`: only the lists that some field of this form offers. */
export function formSources(ctx: NetworkContext, definition: FormDefinition): Sources {
  const { locale } = ctx
  const types = new Set(definition.sections.flatMap(({ fields }) => fields.map(({ type }) => type)))
  const when = <List>(asked: boolean, list: () => List[]): List[] => (asked ? list() : [])
  return {
    countries: when(
      ASK_COUNTRIES.some((type) => types.has(type)),
      () => countriesByZone(locale),
    ),
    sectors: when(types.has('sectors'), () => SECTORS.map((one) => ({ value: one.key, label: one[locale] }))),
    sdgs: when(types.has('sdgs'), () =>
      SDGS.map((one) => ({ value: String(one.number), label: `${one.number}. ${one[locale]}` })),
    ),
    kinds: when(types.has('partners'), () => KINDS.map((one) => ({ value: one.key, label: one[locale] }))),
    organisations: may(ctx, crm['organisation:read'])
      ? `/${ctx.network.slug}/bureau/structures/suggestions`
      : null,
    communes: '/communes',
  }
}

/** Each country once, in its own zone: the groupings that cross zones would name it again. */
function countriesByZone(locale: Locale): ChoiceGroup[] {
  const collator = new Intl.Collator(locale)
  const own = new Map(COUNTRIES.map(({ code, zone }) => [code, zone]))
  return ZONES.map(({ key }) => ({
    key,
    label: zoneLabel(key, locale),
    choices: countriesOf(key)
      .filter(({ code }) => own.get(code) === key)
      .map((country): Choice => ({ value: country.code, label: country[locale] }))
      .sort((a, b) => collator.compare(a.label, b.label)),
  })).filter(({ choices }) => choices.length > 0)
}

/** A form that was sent, read and judged, within its `whole` where it is a part; `more` when it only asked for empty rows. */
export async function readForm(
  ctx: Context,
  definition: FormDefinition,
  form: FormData,
  before: Answers = {},
  whole?: Whole,
) {
  const typed = typedForm(form)
  const asked = form.get(MORE_ROWS)
  const raw = answersOfForm(definition, typed, before)
  const answers = cleaned(definition, await foundIn(ctx, definition, raw))
  return {
    answers,
    faults: faultsOfPart(definition, answers, whole ?? { definition, answers: {} }),
    rows: asked === null ? {} : rowsAsked(typed, asked),
    more: asked !== null,
  }
}

/** Texts that name a commune or an organisation are given what they name, when it is one and no other. */
async function foundIn(ctx: Context, definition: FormDefinition, answers: Answers) {
  const found: Record<string, unknown> = { ...answers }
  for (const { key, type } of definition.sections.flatMap(({ fields }) => fields)) {
    const answer = answers[key]
    if (type === 'place' && answer && !held(answer, 'insee')) found[key] = placed(answer)
    if (type === 'organisation' && answer && !held(answer, 'id') && may(ctx, crm['organisation:read'])) {
      const [meant] = await organisationsMeant(ctx, [writtenText(held(answer, 'name'))])
      if (meant?.id) found[key] = { ...answer, id: meant.id }
    }
  }
  return found
}

/** A town abroad may have the name of a commune: who says another country is believed. */
function placed(answer: object) {
  const label = writtenText(held(answer, 'label'))
  const country = held(answer, 'country')
  if (country && country !== FRANCE) return answer
  const postalCode = label.match(/\b\d{5}\b/)?.[0]
  const [commune, ...others] = communesNamed(label.replace(/\(?\b\d{5}\b\)?/, ''), postalCode)
  if (!commune || others.length > 0) return answer
  const code = postalCodeOf(commune, postalCode ?? null)
  return {
    label: code ? `${commune.name} (${code})` : commune.name,
    insee: commune.insee,
    department: commune.department,
    country: FRANCE,
  }
}
