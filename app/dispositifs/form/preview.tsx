import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getFormRevision } from '#server/dispositifs/revision/get-revision.server.ts'
import { notFound } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { FaultSummary } from './fault-summary.tsx'
import { FormSections } from './form-sections.tsx'
import { formSources, readForm } from './form-view.server.ts'
import { PrintForm } from './print-form.tsx'

const revisionOf = (
  args: LoaderFunctionArgs | ActionFunctionArgs,
  ctx: Parameters<typeof getFormRevision>[0],
) => answering(args, async () => getFormRevision(ctx, recordId(args.params.id)))

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const { dispositif, form } = await revisionOf(args, ctx)
  const { t } = i18nFor(ctx.locale)
  const paper = new URL(args.request.url).searchParams.get('vue') === 'imprimer'
  const day = form && days(ctx.locale, ctx.network.timeZone, 'long').format(form.publishedAt)
  return {
    paper,
    name: dispositif.name,
    title: t('dispositifs:form.preview.title', { name: dispositif.name }),
    revision: form && t('dispositifs:form.preview.revision', { number: form.number, day }),
    definition: form?.definition ?? null,
    sources: form && !paper ? formSources(ctx, form.definition) : null,
  }
}

/** Judges what was typed as a dossier would be, and keeps nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const { form } = await revisionOf(args, ctx)
  if (!form) return answering(args, () => Promise.reject(notFound()))
  const sent = await submitted(args)
  const tried = await answering(args, () => readForm(ctx, form.definition, sent))
  if (tried.more) return data({ ...tried, faults: {} })
  const faults = withoutFiles(form.definition, tried.faults)
  return data({ ...tried, faults }, { status: Object.keys(faults).length > 0 ? 422 : 200 })
}

/** Nothing can be joined to what is not kept. */
function withoutFiles(definition: FormDefinition, faults: Record<string, string>) {
  const files = definition.sections.flatMap(({ fields }) => fields.filter(({ type }) => type === 'file'))
  return Object.fromEntries(Object.entries(faults).filter(([key]) => !files.some((file) => file.key === key)))
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Preview() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const { definition, sources } = page
  if (!definition)
    return (
      <>
        <h1>{page.title}</h1>
        <p className="empty">{t('form.preview.none')}</p>
      </>
    )
  return (
    <>
      <div className="row title">
        <h1 className="grow">{page.paper ? page.name : page.title}</h1>
        <Link className="btn" to={page.paper ? '?' : '?vue=imprimer'}>
          {t(page.paper ? 'form.preview.back' : 'form.preview.paper')}
        </Link>
      </div>
      <p className="small muted">{page.revision}</p>
      {sources ? <Trying definition={definition} sources={sources} /> : <PrintForm definition={definition} />}
    </>
  )
}

type Shown = Pick<Parameters<typeof FormSections>[0], 'definition' | 'sources'>
const NOTHING = {}

function Trying({ definition, sources }: Shown) {
  const tried = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const faults = tried?.faults ?? NOTHING
  const isGood = tried && !tried.more && Object.keys(faults).length === 0
  return (
    <Form method="post" className="stack form" noValidate preventScrollReset={tried?.more}>
      <p className="notice">{t('form.preview.tryIt')}</p>
      <FaultSummary definition={definition} faults={faults} refusal={tried} />
      {isGood ? (
        <p className="notice ok" role="status">
          {t('form.preview.good')}
        </p>
      ) : null}
      {tried && !tried.more ? (
        <details className="card">
          <summary>{t('form.preview.read')}</summary>
          <PrintForm definition={definition} answers={tried.answers} />
        </details>
      ) : null}
      <FormSections
        definition={definition}
        answers={tried?.answers ?? NOTHING}
        faults={faults}
        rows={tried?.rows}
        sources={sources}
        refusal={tried}
      />
      <div className="row actions">
        <button className="btn primary" type="submit">
          {t('form.preview.try')}
        </button>
        <Link className="btn quiet" to="?" reloadDocument>
          {t('form.preview.again')}
        </Link>
      </div>
    </Form>
  )
}
