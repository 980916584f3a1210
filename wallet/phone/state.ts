/** The settings that the server keeps, read and written by the phone. */
import type { DeskSettings } from '../shared/settings'

const STATE = 'state'

export async function readState(): Promise<DeskSettings> {
  const response = await fetch(STATE)
  return (await response.json()) as DeskSettings
}

/**
 * Changes settings; undefined restores the initial ones.
 *
 * @returns why the server refuses the settings; '' if it takes them
 */
export async function writeState(settings: DeskSettings | undefined): Promise<string> {
  const response = await fetch(STATE, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(settings || null),
  })
  return response.ok ? '' : (await response.text()) || String(response.status)
}
