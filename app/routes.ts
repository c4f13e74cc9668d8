import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The map of the product: one line a page, French address -> module. */
export default [
  layout('portal/portal-layout.tsx', [
    index('portal/home.tsx'),
    route('annuaire', 'directory/national-directory.tsx'),
    route('connexion', 'identity/sign-in.tsx'),
    route('dev/outbox', 'kernel/outbox/outbox.tsx'),
    route('dev/outbox/:mail', 'kernel/outbox/mail.tsx'),
  ]),
  route('dev/outbox/:mail/message', 'kernel/outbox/message.tsx'),
  route('compte/deconnexion', 'identity/sign-out.tsx'),
  route('compte/langue', 'identity/choose-language.tsx'),
  ...prefix(':network', [
    layout('portal/network-layout.tsx', [
      index('portal/network-home.tsx'),
      route('annuaire', 'directory/network-directory.tsx'),
      route('annuaire/:slug', 'directory/organisation.tsx'),
      route('espace/notifications', 'kernel/notifications/notifications.tsx'),
      route('espace/notifications/choix', 'kernel/notifications/choices.tsx'),
      route('espace/notifications/:notice', 'kernel/notifications/open.tsx'),
      route('desabonnement/:token', 'kernel/notifications/unsubscribe.tsx'),
    ]),
    route('bureau', 'crm/desk-layout.tsx', [
      index('crm/desk-home.tsx'),
      route('communes', 'crm/communes.tsx'),
      route('structures', 'crm/organisations.tsx'),
      route('structures/nouvelle', 'crm/new-organisation.tsx'),
      route('structures/:id', 'crm/organisation.tsx'),
      route('structures/:id/modifier', 'crm/edit-organisation.tsx'),
    ]),
  ]),
  route('*', 'portal/not-found.tsx'),
] satisfies RouteConfig
