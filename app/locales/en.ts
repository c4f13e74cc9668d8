import common from './en/common.json'
import directory from './en/directory.json'
import portal from './en/portal.json'

export const messages = { common, directory, portal }
