/** The members of the Navigation API that are used. */
interface NavigateEvent extends Event {
  readonly destination: { readonly url: string }
}
type WithNavigation = { navigation?: EventTarget }

/** Hears of each navigation of this window, before it happens, in browsers that tell. */
export function navigateEvents(heard: (url: string, event: Event) => void): void {
  const { navigation } = window as unknown as WithNavigation
  if (!navigation) return
  navigation.addEventListener('navigate', (event) => heard((event as NavigateEvent).destination.url, event))
}
