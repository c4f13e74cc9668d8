import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { i18nFor } from '../i18n.server.ts'
import { askLinkAction } from './ask-link.server.ts'
import { AskLinkPage } from './ask-link-page.tsx'

export const loader = ({ context: { context } }: LoaderFunctionArgs) => ({
  title: i18nFor(context.locale).t('identity:link.title'),
})

export const action = (args: ActionFunctionArgs) => askLinkAction(args, 'sign_in')

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function AskSignInLink() {
  const { t } = useTranslation('identity')
  const words = { title: t('link.title'), text: t('link.text'), submit: t('link.submit') }
  return <AskLinkPage words={words} />
}
