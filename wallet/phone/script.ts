/** The script of the phone that a server has: the server keeps the settings. */
import { openPhone } from './phone'
import { createServerStore } from './settingsStore'

void openPhone(createServerStore())
