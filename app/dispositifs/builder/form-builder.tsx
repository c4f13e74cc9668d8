import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { compatible } from '#server/dispositifs/form/revision-effects.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getDraft } from '#server/dispositifs/revision/get-workshop.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { FormSections } from '../form/form-sections.tsx'
import { formSources } from '../form/form-view.server.ts'
import { BuilderHead } from './builder-head.tsx'
import { FieldEditor, SectionEditor } from './field-editor.tsx'
import { formFaults } from './form-faults.ts'
import { earlierThan, handleForm } from './handle-form.server.ts'
import { Outline } from './outline.tsx'
import { typedOf, typedOfSection } from './read-field.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const found = await answering(args, () => getDraft(ctx, id, 'form'))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  if (!found.customised) throw redirect(`${base}/${id}/personnaliser`)
  const { content, inForce, seen, isDraft, number } = found
  const query = new URL(args.request.url).searchParams
  const locked: { sections: string[]; fields: string[] } = found.locked ?? { sections: [], fields: [] }
  const field = content.sections
    .flatMap(({ fields }) => fields)
    .find(({ key }) => key === query.get('champ') && !locked.fields.includes(key))
  const section = content.sections.find(
    ({ key }) => key === query.get('rubrique') && !locked.sections.includes(key),
  )
  const at = field?.key ?? section?.key
  const earlier = at ? earlierThan(content, at) : []
  const shown = { sections: content.sections.filter(({ fields }) => fields.length > 0) }
  return {
    ...{ base, home: `${base}/${id}/personnaliser`, dispositif: `${base}/${id}`, code: found.code },
    title: i18nFor(ctx.locale).t('dispositifs:papers.builder.form.title', { code: found.code }),
    locked: { sections: locked.sections, fields: locked.fields, any: found.locked !== null },
    ...{ content, seen, isDraft, number, shown, faults: formFaults(content, found.faults, ctx.locale) },
    sources: formSources(ctx, shown),
    effects:
      isDraft && inForce
        ? compatible(inForce, content).map((one) => ({ ...one, label: labelOf(one.key) }))
        : [],
    editing: field
      ? {
          what: 'champ' as const,
          key: field.key,
          typed: typedOf(field, earlier),
          title: field.label[ctx.locale],
        }
      : section
        ? {
            ...{ what: 'rubrique' as const, key: section.key, typed: typedOfSection(section, earlier) },
            title: section.title[ctx.locale],
          }
        : null,
    earlier: earlier.map(({ key, label }) => ({ key, label: label[ctx.locale] })),
  }

  function labelOf(key: string) {
    const all = [content, inForce].flatMap((one) => one?.sections.flatMap(({ fields }) => fields) ?? [])
    return all.find((one) => one.key === key)?.label[ctx.locale] ?? key
  }
}

export type FormWorkshop = Awaited<ReturnType<typeof loader>>

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  try {
    const handled = await handleForm(ctx, id, form)
    if (!handled) throw data(null, { status: 400 })
    if ('to' in handled)
      return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}/personnaliser/formulaire${handled.to}`)
    return data({ ...handled, code: null }, { status: 422 })
  } catch (error) {
    const refused = refusedAct(error)
    if (!refused) return answering(args, () => Promise.reject(error))
    return data({ code: refused.code, at: '', typed: {}, faults: {} }, { status: refused.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
const NOTHING = {}

export default function FormBuilder() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { editing } = page
  const of = editing ? `${editing.what}:${editing.key}` : ''
  const mine = refused?.at === of ? refused : undefined
  return (
    <div className="stack">
      <BuilderHead
        page={page}
        kind="form"
        refused={refused}
        locked={page.locked.any ? t('templates.lockedForm') : null}
      />
      {editing ? (
        <section className="card stack" aria-labelledby="modifier">
          <div className="row">
            <h2 className="grow" id="modifier">
              {t('papers.builder.editing', { what: editing.title })}
            </h2>
            <Link className="btn quiet" to={`?#${editing.key}`}>
              {t('papers.builder.close')}
            </Link>
          </div>
          {editing.what === 'champ' ? (
            <FieldEditor
              key={`${editing.key} ${page.seen}`}
              of={editing.key}
              seen={page.seen}
              earlier={page.earlier}
              typed={mine?.typed ?? editing.typed}
              faults={mine?.faults ?? NOTHING}
            />
          ) : (
            <SectionEditor
              key={`${editing.key} ${page.seen}`}
              of={editing.key}
              seen={page.seen}
              earlier={page.earlier}
              typed={mine?.typed ?? editing.typed}
              faults={mine?.faults ?? NOTHING}
            />
          )}
        </section>
      ) : null}
      <Outline page={page} refused={refused} />
      <section className="stack" aria-labelledby="apercu">
        <h2 id="apercu">{t('papers.builder.preview')}</h2>
        <p className="small muted">{t('papers.builder.previewHint')}</p>
        <Form method="get" className="stack form" noValidate key={page.seen}>
          <FormSections definition={page.shown} answers={NOTHING} faults={NOTHING} sources={page.sources} />
        </Form>
      </section>
    </div>
  )
}
