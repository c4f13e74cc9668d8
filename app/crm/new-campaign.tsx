import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { campaignInput } from '#server/crm/freshness/campaign.schema.ts'
import { countRecipients, sendCampaign } from '#server/crm/freshness/campaign.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldFaults, typedIn } from '../identity/refusal.server.ts'
import { Field } from '../ui/field.tsx'

const SETS = ['stale', 'never', 'all'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const { t } = i18nFor(ctx.locale)
  const counted = await answering(args, () => Promise.all(SETS.map((set) => countRecipients(ctx, set))))
  return {
    title: t('space:campaign.newTitle'),
    back: `/${ctx.network.slug}/bureau/fraicheur`,
    sets: SETS.map((key, index) => ({ key, total: counted[index]!.total })),
    subject: t('space:campaign.usualSubject'),
    body: t('space:campaign.usualBody', { network: nameOf(ctx.network) }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const form = await submitted(args)
  const typed = typedIn(form, 'set', 'subject', 'body', 'intent')
  const { intent, ...fields } = typed as { intent: string; set: string; subject: string; body: string }
  const parsed = campaignInput.safeParse(fields)
  const answer = (
    faults: Record<string, string>,
    shown: { total: number; some: string[] } | null,
    status: number,
  ) => data({ typed: fields, faults, shown }, { status })
  if (!parsed.success) return answer(fieldFaults(parsed.error), null, 422)
  return answering(args, async () => {
    // Read before it leaves: what goes to hundreds of people is not sent at the first click.
    if (intent !== 'envoyer') return answer({}, await countRecipients(ctx, parsed.data.set), 200)
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
  const { t } = useTranslation('space')
  const { subject, body, set } = answer?.typed ?? { subject: page.subject, body: page.body, set: 'stale' }
  const fault = (name: string) => (answer?.faults[name] ? t(`faults.${answer.faults[name]}`) : undefined)
  const shown = answer?.shown
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.back}>{t('fresh.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="muted">{t('campaign.lead')}</p>
      <Form method="post" className="stack form" noValidate>
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
        <Field label={t('campaign.subject')} name="subject" fault={fault('subject')}>
          {(attributes) => <input {...attributes} name="subject" maxLength={150} defaultValue={subject} />}
        </Field>
        <Field label={t('campaign.body')} name="body" hint={t('campaign.bodyHint')} fault={fault('body')}>
          {(attributes) => (
            <textarea {...attributes} name="body" rows={10} maxLength={5000} defaultValue={body} />
          )}
        </Field>
        {shown ? (
          <section className="card stack" aria-labelledby="apercu" role="status">
            <h2 id="apercu">{t('campaign.preview')}</h2>
            <p>
              <strong>{subject.replaceAll('{structure}', shown.some[0] ?? '')}</strong>
            </p>
            <p className="words">{body.replaceAll('{structure}', shown.some[0] ?? '')}</p>
            <p className="muted">{t('campaign.previewEnd')}</p>
            <p>{t('campaign.goesTo', { count: shown.total, names: shown.some.join(', ') })}</p>
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
