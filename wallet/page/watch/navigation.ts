/** The members of the Navigation API that are used. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string }
  /** The name of the file if it is a download. */
  readonly downloadRequest?: string | null
}
type WithNavigation = { navigation?: EventTarget }

/** Calls a listener before each navigation of this window, in browsers with the Navigation API. */
export function navigateEvents(listener: (url: string, event: NavigateEvent) => void): void {
  const { navigation } = window as unknown as WithNavigation
  if (!navigation) return
  navigation.addEventListener('navigate', (event) => {
    const navigate = event as NavigateEvent
    listener(navigate.destination.url, navigate)
  })
}
