import type { DialogRequest, Presenter, ToastOptions } from './presenter'

/** The page's presenter, and the kit's own for when the page has none or it fails. */
export interface Presenters {
  page?: Presenter
  kit?(): Presenter
}

/** Asks the user. Never rejects: false where nobody can be asked. */
export async function ask(request: DialogRequest, { page, kit }: Presenters): Promise<boolean> {
  try {
    if (page) return await page.dialog(request)
  } catch {
    // The page's dialog failed; the user still gets to know.
  }
  return (
    !!kit &&
    kit()
      .dialog(request)
      .catch(() => false)
  )
}

/** Shows a text. The page's toast may throw, or be async and reject. */
export function say(text: string, options: ToastOptions, { page, kit }: Presenters): void {
  const otherwise = () => kit?.().toast(text, options)
  if (!page) return otherwise()
  new Promise((resolve) => resolve(page.toast(text, options))).catch(otherwise)
}
