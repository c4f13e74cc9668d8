import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireNetwork } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { limitFraming } from '#server/portal/framing/limit-framing.server.ts'
import { portal } from '#server/portal/permissions.ts'
import { framingSites } from '#server/portal/public.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { CopiedText } from './copied-text.tsx'
import { embedChoice } from './embed-choice.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, portal['site:edit'])
  return answering(args, async () => {
    requireNetwork(ctx)
    if (!['directory', 'projects'].some((one) => ctx.network.modules.includes(one as 'directory')))
      throw data(null, { status: 404 })
    return {
      ...(await embedChoice(ctx, args.request)),
      sites: (await framingSites(ctx.network.id)).join('\n'),
      pageTitle: i18nFor(ctx.locale).t('desk:embed.heading'),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, portal['site:edit'])
  const typed = String((await submitted(args)).get('sites') ?? '')
  return answering(args, async () => {
    try {
      await limitFraming(ctx, typed)
    } catch (error) {
      if (!(error instanceof DomainError) || error.status !== 422) throw error
      return data(
        { typed, code: error.code.slice('portal.'.length), wrong: String(error.details.typed ?? '') },
        { status: 422 },
      )
    }
    return redirect(`/${ctx.network?.slug}/bureau/integrer?fait=sites`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }]

export default function EmbedChoice() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const done = useDone()
  const submit = useSubmit()
  const { t } = useTranslation('desk')
  return (
    <>
      <h1>{t('embed.heading')}</h1>
      <p className="muted lead">{t('embed.lead')}</p>
      {done && !refused ? (
        <p className="notice ok" role="status">
          {t('embed.saved')}
        </p>
      ) : null}
      <div className="cols side">
        <Form
          method="get"
          className="card stack"
          aria-label={t('embed.choices')}
          onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
        >
          <h2>{t('embed.choose')}</h2>
          <Field label={t('embed.what')}>
            {(attributes) => (
              <select {...attributes} name="quoi" defaultValue={page.kind}>
                {page.kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`embed.kind.${kind}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {page.facets.map(({ key, label: facet, chosen, choices }) => (
            <Field key={page.kind + key} label={facet}>
              {(attributes) => (
                <select {...attributes} name={key} defaultValue={chosen}>
                  <option value="">{t('embed.all')}</option>
                  {choices.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
          {page.listsOrganisations ? (
            <label className="check">
              <input type="checkbox" name="adherents" value="oui" defaultChecked={page.members} />{' '}
              {t('embed.members')}
            </label>
          ) : null}
          <label className="check">
            <input type="checkbox" name="libre" value="non" defaultChecked={!page.free} /> {t('embed.closed')}
          </label>
          <label className="check">
            <input type="checkbox" name="liens" value="onglet" defaultChecked={page.tab} /> {t('embed.tab')}
          </label>
          <Field label={t('embed.colour')} hint={t('embed.colourHint')}>
            {(attributes) => <input {...attributes} type="color" name="couleur" defaultValue={page.colour} />}
          </Field>
          <Field label={t('embed.height')} hint={t('embed.heightHint')}>
            {(attributes) => (
              <input
                {...attributes}
                type="number"
                name="hauteur"
                min={300}
                max={2000}
                step={50}
                defaultValue={page.height}
              />
            )}
          </Field>
          <button className="btn" type="submit">
            {t('embed.show')}
          </button>
        </Form>
        <div className="stack">
          <section className="card stack" aria-labelledby="apercu">
            <h2 id="apercu">{t('embed.preview')}</h2>
            <iframe
              key={page.address}
              src={page.address}
              title={page.title}
              className="frame-preview"
              style={{ height: page.height }}
            />
          </section>
          <section className="card stack" aria-labelledby="code">
            <h2 id="code">{t('embed.code')}</h2>
            <ol className="steps">
              <li>{t('embed.step1')}</li>
              <li>{t('embed.step2')}</li>
              <li>{t('embed.step3')}</li>
            </ol>
            <CopiedText
              text={page.snippet}
              label={t('embed.codeLabel')}
              copy={t('embed.copy')}
              copied={t('embed.copied')}
            />
            <p className="small muted">{t('embed.withoutScript')}</p>
          </section>
        </div>
      </div>
      <section className="card stack" aria-labelledby="sites">
        <h2 id="sites">{t('embed.sites')}</h2>
        <form method="post" className="stack">
          <Field
            label={t('embed.sitesLabel')}
            hint={t('embed.sitesHint')}
            {...(refused ? { fault: t(`embed.refusal.${refused.code}`, { wrong: refused.wrong }) } : {})}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="sites"
                rows={4}
                defaultValue={refused?.typed ?? page.sites}
                maxLength={4000}
              />
            )}
          </Field>
          <button className="btn primary" type="submit">
            {t('embed.saveSites')}
          </button>
        </form>
      </section>
    </>
  )
}
