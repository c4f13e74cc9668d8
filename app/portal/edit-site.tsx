import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { networkById } from '#server/kernel/networks.ts'
import { declareHost } from '#server/portal/host/declare-host.server.ts'
import { listHosts } from '#server/portal/host/list-hosts.server.ts'
import { removeHost } from '#server/portal/host/remove-host.server.ts'
import { verifyHost } from '#server/portal/host/verify-host.server.ts'
import { portal } from '#server/portal/permissions.ts'
import { CHOOSABLE } from '#server/portal/setting/choosable-modules.ts'
import { chooseModules } from '#server/portal/setting/choose-modules.server.ts'
import { setColour } from '#server/portal/setting/set-colour.server.ts'
import { listTexts } from '#server/portal/text/list-texts.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { useDone } from '../ui/use-done.ts'
import { ColourForm } from './colour-form.tsx'
import { HostForms } from './host-forms.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, portal['site:edit'])
  const { network, locale } = ctx
  if (!network) throw data(null, { status: 404 })
  const hosts = await answering(args, () => listHosts(ctx))
  const dates = days(locale, network.timeZone, 'long')
  const file = networkById(network.id)
  return {
    title: i18nFor(locale).t('desk:site.siteHeading'),
    slug: network.slug,
    texts: (await answering(args, () => listTexts(ctx))).map(({ publishedAt, ...text }) => ({
      ...text,
      publishedOn: publishedAt && dates.format(publishedAt),
    })),
    colour: network.brand.brand,
    ownColour: file?.brand.brand ?? network.brand.brand,
    modules: (file?.modules ?? [])
      .filter((key) => CHOOSABLE.includes(key))
      .map((key) => ({ key, on: network.modules.includes(key) })),
    hosts: hosts.map(({ verifiedAt, ...host }) => ({
      ...host,
      verifiedOn: verifiedAt ? dates.format(verifiedAt) : null,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, portal['site:edit'])
  const form = await submitted(args)
  const text = (name: string) => String(form.get(name) ?? '')
  const intent = text('intent')
  const typed = { colour: text('couleur'), host: text('adresse') }
  const acts: Record<string, () => Promise<unknown>> = {
    couleur: () => setColour(ctx, typed.colour),
    'couleur-origine': () => setColour(ctx, null),
    modules: () => chooseModules(ctx, form.getAll('module').map(String)),
    'adresse-declarer': () => declareHost(ctx, typed.host),
    'adresse-verifier': () => verifyHost(ctx, typed.host),
    'adresse-retirer': () => removeHost(ctx, typed.host),
  }
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) throw data(null, { status: 400 })
  return answering(args, async () => {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('portal.')) throw error
      const refusal = { code: error.code.slice('portal.'.length), near: String(error.details.near ?? '') }
      return data({ intent, typed, refusal }, { status: error.status })
    }
    return redirect(`/${ctx.network?.slug}/bureau/site?fait=${intent}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function EditSite() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const done = useDone()
  const { t } = useTranslation('portal')
  return (
    <>
      <h1>{t('desk:site.siteHeading')}</h1>
      <p className="muted lead">{t('desk:site.siteLead')}</p>
      {done && !refused ? (
        <p className="notice ok" role="status">
          {t('desk:site.siteSaved')}
        </p>
      ) : null}
      <section className="card stack" aria-labelledby="textes">
        <h2 id="textes">{t('desk:site.siteTexts')}</h2>
        <ul>
          {page.texts.map(({ key, publishedOn, isDraft, missing }) => (
            <li key={key}>
              <Link to={`/${page.slug}/bureau/site/textes/${key}`}>{t(`text.${key}`)}</Link>{' '}
              <span className="small muted">
                {publishedOn
                  ? t('desk:site.publishedOn', { date: publishedOn })
                  : t('desk:site.defaultShown')}
                {isDraft ? ` ${t('desk:site.draftWaits')}` : ''}
              </span>
              {missing.length > 0 ? (
                <p className="small">{t('desk:site.stillMissing', { list: missing.join(' ; ') })}</p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <ColourForm
        key={page.colour}
        colour={page.colour}
        original={page.ownColour}
        refused={refused ?? null}
      />
      <section className="card stack" aria-labelledby="modules">
        <h2 id="modules">{t('desk:site.siteModules')}</h2>
        <p className="muted">{t('desk:site.siteModulesHint')}</p>
        <form method="post" className="stack">
          <fieldset className="boxes">
            <legend className="sr-only">{t('desk:site.siteModules')}</legend>
            {page.modules.map(({ key, on }) => (
              <label key={key}>
                <input type="checkbox" name="module" value={key} defaultChecked={on} />
                {t(`desk:site.module.${key}`)}
              </label>
            ))}
          </fieldset>
          <button className="btn primary" type="submit" name="intent" value="modules">
            {t('desk:site.saveModules')}
          </button>
        </form>
      </section>
      <HostForms hosts={page.hosts} refused={refused ?? null} />
    </>
  )
}
