import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { acceptInvitation } from '#server/identity/invitation/accept-invitation.server.ts'
import { peekInvitation } from '#server/identity/invitation/find-invitation.server.ts'
import { newPersonInput } from '#server/identity/invitation/invitation.schema.ts'
import { renewInvitation } from '#server/identity/invitation/send-again.server.ts'
import { openSession } from '#server/identity/public.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { publicNetwork, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldFaults, refusedBy, refusedFields, typedIn } from '../refusal.server.ts'
import { Refusal } from '../refusal.tsx'
import { NewPerson } from './new-person.tsx'
import { roleWord } from './role-word.ts'

/** Opening the page accepts nothing: mail readers follow links too. The button does. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const found = await peekInvitation(ctx, args.params.token ?? '')
  const network = nameOf(ctx.network)
  const mine = ctx.account?.email ?? null
  const title = i18nFor(ctx.locale).t('identity:invitation.title', { network })
  const here = `/${ctx.network.slug}/invitation/${args.params.token}`
  const state = found?.state ?? 'ended'
  const page = { network, title, state, mine, here }
  const until = found?.endsOn && days(ctx.locale, 'UTC', 'long').format(new Date(found.endsOn))
  const shown = found && state === 'open' ? { ...found, until } : null
  return data({ ...page, invitation: shown }, { status: state === 'open' ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args)
  const token = args.params.token ?? ''
  const typed = typedIn(await submitted(args), 'intent', 'name', 'password')
  try {
    if (typed.intent === 'renouveler') {
      await renewInvitation(ctx, token)
      return data({ renewed: true as const })
    }
    const kept = { name: typed.name ?? '' }
    const isNew = typed.intent === 'nouveau'
    const parsed = isNew ? newPersonInput.safeParse({ ...kept, password: typed.password || null }) : null
    if (parsed && !parsed.success) {
      // What is wrong is said at once; a password is never sent back.
      const again: Record<string, string> = typed.password ? { password: 'password_again' } : {}
      return refusedFields(kept, { ...again, ...fieldFaults(parsed.error) })
    }
    const { accountId, path, isNew: created } = await acceptInvitation(ctx, token, parsed?.data ?? null)
    if (!created) return redirect(`${path}?fait=bienvenue`)
    // The link proved the address: whoever is new is at home at once.
    const cookie = args.request.headers.get('cookie')
    const opened = await openSession(accountId, ctx, cookie, { event: 'signed_in_by_invitation' })
    const welcome = `${path}?fait=${typed.password ? 'bienvenue' : 'bienvenue-sans-mot-de-passe'}`
    return redirect(welcome, { headers: { 'set-cookie': opened.cookie } })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'identity.link_spent')
      return redirect(`/${ctx.network.slug}/invitation/${token}`)
    return refusedBy(error, { name: typed.name ?? '' })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

type Answer = ReturnType<typeof useActionData<typeof action>>

export default function Invitation() {
  const page = useLoaderData<typeof loader>()
  const answer: Answer = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const { network, invitation } = page
  const refused = answer && 'fields' in answer ? answer : undefined
  if (answer && 'renewed' in answer)
    return <Said title={t('invitation.renewedTitle')} text={t('invitation.renewed')} />
  if (page.state === 'expired')
    return (
      <Said title={t('invitation.expiredTitle')} text={t('invitation.expired')}>
        <Form method="post">
          <button className="btn primary" type="submit" name="intent" value="renouveler">
            {t('invitation.renew')}
          </button>
        </Form>
      </Said>
    )
  if (!invitation)
    return (
      <Said title={t('invitation.endedTitle')} text={t('invitation.ended')}>
        <Link className="btn" to="/connexion">
          {t('invitation.toSignIn')}
        </Link>
      </Said>
    )
  const { by, email, role, profile, organisations } = invitation
  return (
    <div className="wrap page narrow stack">
      <h1>{t('invitation.title', { network })}</h1>
      <p className="lead">
        {by ? t('invitation.by', { by, network }) : t('invitation.anonymous', { network })}
      </p>
      <div>
        <p>{t('invitation.as', { role: t(`common:role.${roleWord(role, profile)}`) })}</p>
        {invitation.until ? <p>{t('invitation.until', { date: invitation.until })}</p> : null}
        {organisations.length > 0 ? (
          <p>{t('invitation.for', { organisations: organisations.join(', ') })}</p>
        ) : null}
        <p className="small muted">{t('invitation.address', { email })}</p>
      </div>
      <Refusal of={refused} />
      {page.mine === email ? (
        <Form method="post" reloadDocument>
          <button className="btn primary" type="submit" name="intent" value="accepter">
            {t('invitation.accept')}
          </button>
        </Form>
      ) : page.mine ? (
        <OtherAccount mine={page.mine} email={email} here={page.here} />
      ) : invitation.hasAccount ? (
        <KnownPerson here={page.here} />
      ) : (
        <NewPerson refused={refused} />
      )}
    </div>
  )
}

function Said({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <div className="wrap page narrow stack">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  )
}

function OtherAccount({ mine, email, here }: { mine: string; email: string; here: string }) {
  const { t } = useTranslation('identity')
  return (
    <section className="notice stack" aria-labelledby="autre">
      <h2 id="autre">{t('invitation.otherTitle')}</h2>
      <p>{t('invitation.other', { mine, email })}</p>
      <form method="post" action="/compte/deconnexion">
        <input type="hidden" name="retour" value={here} />
        <button className="btn" type="submit">
          {t('invitation.signOut')}
        </button>
      </form>
    </section>
  )
}

function KnownPerson({ here }: { here: string }) {
  const { t } = useTranslation('identity')
  const back = new URLSearchParams({ retour: here })
  return (
    <>
      <p>{t('invitation.signIn')}</p>
      <p className="row">
        <Link className="btn primary" to={`/connexion?${back}`}>
          {t('invitation.signInPassword')}
        </Link>
        <Link className="btn" to={`/connexion/lien?${back}`}>
          {t('invitation.signInLink')}
        </Link>
      </p>
    </>
  )
}
