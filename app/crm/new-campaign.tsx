import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { v7 } from 'uuid'
import { campaignInput, filtersOf } from '#server/crm/freshness/campaign.schema.ts'
import { countRecipients } from '#server/crm/freshness/count-recipients.server.ts'
import { sendCampaign } from '#server/crm/freshness/send-campaign.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { findListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldFaults, typedIn } from '../identity/refusal.server.ts'
import { Field } from '../ui/field.tsx'

const SETS = ['stale', 'never', 'all'] as const
const TYPED = ['id', 'set', 'among', 'subject', 'body', 'subjectEn', 'bodyEn'] as const
type Typed = (typeof TYPED)[number]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const { t } = i18nFor('fr')
  const english = i18nFor('en').t
  const asked = filtersOf(new URL(args.request.url).searchParams.get('parmi') ?? '')
  const { segments } = await answering(args, () => findListChoices(ctx))
  const counted = await answering(args, () =>
    Promise.all(SETS.map((set) => countRecipients(ctx, { set, among: asked }))),
  )
  const narrowing = segments
    .map(({ id, name, query }) => ({ id, name, query: filtersOf(query) }))
    .filter(({ query }) => query !== '')
  return {
    id: v7(),
    title: i18nFor(ctx.locale).t('space:campaign.newTitle'),
    asked,
    segments: narrowing,
    back: `/${ctx.network.slug}/bureau/fraicheur`,
    sets: SETS.map((key, index) => ({ key, total: counted[index]!.total })),
    subject: t('space:campaign.usualSubject'),
    body: t('space:campaign.usualBody', { network: nameOf(ctx.network) }),
    subjectEn: english('space:campaign.usualSubject'),
    bodyEn: english('space:campaign.usualBody', { network: nameOf(ctx.network) }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const form = await submitted(args)
  const { intent, ...fields } = typedIn(form, 'intent', ...TYPED) as Record<'intent' | Typed, string>
  const parsed = campaignInput.safeParse(fields)
  const answer = (
    faults: Record<string, string>,
    shown: Awaited<ReturnType<typeof countRecipients>> | null,
    status: number,
  ) => data({ typed: fields, faults, shown }, { status })
  if (!parsed.success) return answer(fieldFaults(parsed.error), null, 422)
  return answering(args, async () => {
    // Read before it leaves: what goes to hundreds of people is not sent at the first click.
    if (intent !== 'envoyer')
      return answer({}, await countRecipients(ctx, { set: parsed.data.set, among: parsed.data.among }), 200)
    try {
      const { id } = await sendCampaign(ctx, parsed.data)
      return redirect(`/${ctx.network.slug}/bureau/fraicheur/campagnes/${id}?fait=envoyee`)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'crm.nobody_to_write_to') throw error
      return answer({ set: 'nobody' }, null, error.status)
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewCampaign() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = answer?.shown
  const { t } = useTranslation('space')
  const { id, subject, body, subjectEn, bodyEn, set, among } = answer?.typed ?? {
    ...page,
    set: 'stale',
    among: page.asked,
  }
  const named = (text: string) => text.replaceAll('{structure}', shown?.some[0] ?? '')
  const fault = (name: string) => (answer?.faults[name] ? t(`faults.${answer.faults[name]}`) : undefined)
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.back}>{t('fresh.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="muted">{t('campaign.lead')}</p>
      <Form method="post" className="stack form" noValidate>
        <input type="hidden" name="id" value={id} />
        <fieldset className="boxes">
          <legend>{t('campaign.who')}</legend>
          {page.sets.map(({ key, total }) => (
            <label key={key}>
              <input type="radio" name="set" value={key} defaultChecked={set === key} />
              {t(`campaign.set.${key}`)} {t('campaign.reach', { count: total })}
            </label>
          ))}
          {fault('set') ? <p className="fault">{fault('set')}</p> : null}
        </fieldset>
        {page.segments.length > 0 ? (
          <Field
            label={t('campaign.among')}
            name="among"
            hint={t('campaign.amongHint')}
            fault={fault('among')}
          >
            {(attributes) => (
              <select {...attributes} name="among" defaultValue={among}>
                <option value="">{t('campaign.everyPage')}</option>
                {page.segments.map(({ id, name, query }) => (
                  <option key={id} value={query}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field label={t('campaign.subject')} name="subject" fault={fault('subject')}>
          {(attributes) => <input {...attributes} name="subject" maxLength={150} defaultValue={subject} />}
        </Field>
        <Field label={t('campaign.body')} name="body" hint={t('campaign.bodyHint')} fault={fault('body')}>
          {(attributes) => (
            <textarea {...attributes} name="body" rows={10} maxLength={5000} defaultValue={body} />
          )}
        </Field>
        <fieldset className="card stack">
          <legend>{t('campaign.english')}</legend>
          <p className="small muted">{t('campaign.englishHint')}</p>
          <Field label={t('campaign.subject')} name="subjectEn" fault={fault('subjectEn')} optional>
            {(attributes) => (
              <input {...attributes} name="subjectEn" maxLength={150} defaultValue={subjectEn} lang="en" />
            )}
          </Field>
          <Field label={t('campaign.body')} name="bodyEn" fault={fault('bodyEn')} optional>
            {(attributes) => (
              <textarea
                {...attributes}
                name="bodyEn"
                rows={8}
                maxLength={5000}
                defaultValue={bodyEn}
                lang="en"
              />
            )}
          </Field>
        </fieldset>
        {shown ? (
          <section className="card stack" aria-labelledby="apercu" role="status">
            <h2 id="apercu">{t('campaign.preview')}</h2>
            <p>
              <strong>{named(subject)}</strong>
            </p>
            <p className="words">{named(body)}</p>
            {shown.english > 0 && subjectEn ? (
              <div lang="en">
                <p>
                  <strong>{named(subjectEn)}</strong>
                </p>
                <p className="words">{named(bodyEn)}</p>
              </div>
            ) : null}
            <p className="muted">{t('campaign.previewEnd')}</p>
            <p>{t('campaign.goesTo', { count: shown.total, names: shown.some.join(', ') })}</p>
            {shown.leftOut > 0 ? (
              <p className="muted">{t('campaign.leftOut', { count: shown.leftOut })}</p>
            ) : null}
            {shown.english > 0 ? (
              <p className="muted">{t('campaign.inEnglish', { count: shown.english })}</p>
            ) : null}
          </section>
        ) : null}
        <p className="row">
          {shown && shown.total > 0 ? (
            <button className="btn primary" type="submit" name="intent" value="envoyer">
              {t('campaign.send', { count: shown.total })}
            </button>
          ) : null}
          <button className={shown ? 'btn' : 'btn primary'} type="submit" name="intent" value="apercu">
            {t(shown ? 'campaign.previewAgain' : 'campaign.toPreview')}
          </button>
        </p>
      </Form>
    </div>
  )
}
