import common from './fr/common.json'
import crm from './fr/crm.json'
import directory from './fr/directory.json'
import identity from './fr/identity.json'
import notifications from './fr/notifications.json'
import portal from './fr/portal.json'

export const messages = { common, crm, directory, identity, notifications, portal }
