import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { proofWanted } from '#server/identity/door/prove-oneself.server.ts'
import {
  removePasskey,
  renamePasskey,
  renewRecoveryCodes,
} from '#server/identity/passkey/change-passkey.server.ts'
import { findPasskeys } from '#server/identity/passkey/find-passkeys.server.ts'
import { finishRegistration } from '#server/identity/passkey/finish-registration.server.ts'
import { passkeyName, registrationAnswer } from '#server/identity/passkey/passkey.schema.ts'
import { deviceOf } from '#server/identity/session/device.ts'
import { activeNetwork, nameOf } from '#server/kernel/networks.ts'
import { productOrigin } from '#server/portal/public.ts'
import { answering, signedInAccount, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { refusedBy, refusedFields, typedIn } from '../refusal.server.ts'
import { Refusal } from '../refusal.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { PasskeyList } from './passkey-list.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

export async function loader(args: LoaderFunctionArgs) {
  // A key is made for the product's own address, not for a network's.
  if (args.context.site) throw redirect(`${productOrigin()}/compte/cles`)
  const ctx = signedInAccount(args)
  const { keys, codesLeft } = await findPasskeys(ctx)
  const day = days(ctx.locale, 'Europe/Paris')
  const asking = activeNetwork(new URL(args.request.url).searchParams.get('reseau') ?? '')
  return {
    keys: keys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      made: day.format(createdAt),
      used: lastUsedAt && day.format(lastUsedAt),
    })),
    codesLeft,
    suggested: deviceOf(args.request.headers.get('user-agent') ?? ''),
    proof: await proofWanted(ctx),
    askedBy: asking && keys.length === 0 ? nameOf(asking) : null,
    desk: asking && keys.length > 0 ? `/${asking.slug}/bureau` : null,
    title: i18nFor(ctx.locale).t('identity:account.passkeys'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const cookies = args.request.headers.get('cookie')
  const form = await submitted(args)
  const { intent, name = '', key = '', password = '' } = typedIn(form, 'intent', 'name', 'key', 'password')
  const asked = passkeyName.safeParse(name)
  const typed = { name, key }
  try {
    switch (intent) {
      case 'ajouter': {
        if (!asked.success) return refusedFields(typed, { name: asked.error.issues[0]!.message })
        const response = registrationAnswer.safeParse(String(form.get('response') ?? ''))
        if (!response.success)
          return data(
            { typed, fields: {}, refusal: { code: 'passkey_refused', details: {} } },
            { status: 422 },
          )
        const { codes } = await finishRegistration(ctx, cookies, {
          response: response.data,
          name: asked.data,
          proof: password,
        })
        return data({ done: 'added' as const, codes })
      }
      case 'renommer':
        if (!asked.success) return refusedFields(typed, { name: asked.error.issues[0]!.message })
        await renamePasskey(ctx, key, asked.data)
        return data({ done: 'renamed' as const, codes: null })
      case 'retirer':
        await removePasskey(ctx, cookies, key, password)
        return data({ done: 'removed' as const, codes: null })
      case 'codes':
        return data({ done: 'codes' as const, codes: await renewRecoveryCodes(ctx, cookies, password) })
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    return answering(args, async () => refusedBy(error, typed))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Passkeys() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const refused = result && 'fields' in result ? result : undefined
  const done = result && 'done' in result ? result : undefined
  return (
    <div className="stack">
      <h2>{t('account.passkeys')}</h2>
      {page.askedBy ? <p className="notice">{t('passkeys.asked', { network: page.askedBy })}</p> : null}
      {done ? (
        <p className="notice ok" role="status">
          {t(`passkeys.done.${done.done}`)}{' '}
          {page.desk ? <a href={page.desk}>{t('passkeys.toDesk')}</a> : null}
        </p>
      ) : null}
      <Refusal of={refused} />
      {done?.codes ? <RecoveryCodes codes={done.codes} /> : null}
      <p className="lead">{t('passkeys.lead')}</p>
      <PasskeyList keys={page.keys} codesLeft={page.codesLeft} proof={page.proof} refused={refused} />
      <AddPasskey key={page.keys.length} suggested={page.suggested} proof={page.proof} refused={refused} />
    </div>
  )
}
