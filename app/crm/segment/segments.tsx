import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { filterWords } from '#server/crm/organisation/filter-words.ts'
import { readFilters } from '#server/crm/organisation/organisation-filters.ts'
import { crm } from '#server/crm/permissions.ts'
import { findListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import { segmentInput } from '#server/crm/segment/segment.schema.ts'
import { changeSegment, deleteSegment, saveSegment } from '#server/crm/segment/write-segment.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { useDone } from '../../ui/use-done.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const choices = await answering(args, () => findListChoices(ctx))
  return {
    segments: choices.segments.map((segment) => {
      const query = new URLSearchParams(segment.query)
      const words = query.get('q')
      const filters = filterWords(readFilters(query), choices, ctx.locale).map(({ label }) => label)
      return { ...segment, says: [...(words ? [`« ${words} »`] : []), ...filters].join(' · ') }
    }),
    list: `/${ctx.network.slug}/bureau/structures`,
    title: i18nFor(ctx.locale).t('crm:segment.title'),
  }
}

type Refused = { item: string; fault: string; name: string; shared: boolean; query: string }

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const form = await submitted(args)
  const said = (name: string) => String(form.get(name) ?? '')
  const list = `/${ctx.network.slug}/bureau/structures`
  const intent = said('intent')
  const shared = form.get('partage') === 'oui'
  return answering(args, async () => {
    if (intent === 'supprimer') {
      await deleteSegment(ctx, recordId(said('segment')))
      return redirect(`${list}/segments?fait=supprime`)
    }
    if (intent === 'changer') {
      const input = segmentInput.shape.name.safeParse(said('nom'))
      if (!input.success) {
        const fault = input.error.issues[0]!.message
        return data<Refused>(
          { item: said('segment'), fault, name: said('nom'), shared, query: '' },
          { status: 422 },
        )
      }
      await changeSegment(ctx, recordId(said('segment')), { name: input.data, shared })
      return redirect(`${list}/segments?fait=change`)
    }
    if (intent !== 'enregistrer') throw data(null, { status: 400 })
    const replaced = said('segment')
    if (replaced) {
      const query = segmentInput.shape.query.parse(said('filtre'))
      await changeSegment(ctx, recordId(replaced), { query })
      return redirect(`${list}?${query}&fait=segment`)
    }
    const input = segmentInput.safeParse({ name: said('nom'), query: said('filtre'), shared })
    if (!input.success) {
      const fault = input.error.issues[0]!.message
      return data<Refused>(
        { item: '', fault, name: said('nom'), shared, query: said('filtre') },
        { status: 422 },
      )
    }
    await saveSegment(ctx, input.data)
    return redirect(`${list}?${input.data.query}&fait=segment`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Segments() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const done = useDone()
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.list}>{t('organisations')}</Link>
      </nav>
      <h1>{t('segment.title')}</h1>
      <p className="lead">{t('segment.about')}</p>
      {done === 'change' || done === 'supprime' ? (
        <p className="notice ok" role="status">
          {t(`segment.done.${done}`)}
        </p>
      ) : null}
      {refused?.item === '' ? <SegmentForm intent="enregistrer" refused={refused} /> : null}
      {page.segments.length === 0 ? <p className="empty">{t('segment.none')}</p> : null}
      <ul className="stack">
        {page.segments.map((segment) => (
          <li key={segment.id} className="card stack">
            <div>
              <Link to={`${page.list}?${segment.query}`}>{segment.name}</Link>{' '}
              <span className="tag">{segment.shared ? t('segment.shared') : t('segment.mine')}</span>
              <p className="small muted">{segment.says}</p>
              {segment.own ? null : <p className="small muted">{t('segment.by', { name: segment.by })}</p>}
            </div>
            {segment.own ? (
              <details open={refused?.item === segment.id}>
                <summary>{t('segment.change', { name: segment.name })}</summary>
                <SegmentForm
                  key={`${segment.name}${segment.shared}`}
                  intent="changer"
                  segment={segment}
                  refused={refused?.item === segment.id ? refused : undefined}
                />
                <Form method="post">
                  <input type="hidden" name="segment" value={segment.id} />
                  <ConfirmSubmit
                    name="intent"
                    value="supprimer"
                    danger
                    label={t('segment.delete')}
                    question={t('segment.deleteQuestion', { name: segment.name })}
                    consequence={t('segment.deleteConsequence')}
                  />
                </Form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

type FormProps = {
  intent: string
  segment?: { id: string; name: string; shared: boolean }
  refused?: Refused
}

function SegmentForm({ intent, segment, refused }: FormProps) {
  const { t } = useTranslation('crm')
  return (
    <Form method="post" className="stack">
      {segment ? <input type="hidden" name="segment" value={segment.id} /> : null}
      {refused?.query ? <input type="hidden" name="filtre" value={refused.query} /> : null}
      <Field label={t('segment.name')} fault={refused ? t(`faults.${refused.fault}`) : undefined}>
        {(attributes) => (
          <input
            {...attributes}
            name="nom"
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={refused?.name ?? segment?.name ?? ''}
          />
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          name="partage"
          value="oui"
          defaultChecked={refused?.shared ?? segment?.shared}
        />
        {t('segment.share')}
      </label>
      <button className="btn" type="submit" name="intent" value={intent}>
        {t('save')}
      </button>
    </Form>
  )
}
