/** The members of the Navigation API that are used. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string }
}
type WithNavigation = { navigation?: EventTarget }

/** Calls a listener before each navigation of this window, in browsers with the Navigation API. */
export function navigateEvents(listener: (url: string, event: Event) => void): void {
  const { navigation } = window as unknown as WithNavigation
  if (!navigation) return
  navigation.addEventListener('navigate', (event) =>
    listener((event as NavigateEvent).destination.url, event),
  )
}
