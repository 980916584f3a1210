/** What the phone tells the page around it: something was chosen, and its address has it. */
export const PHONE_CHANGED = 'upsdk-kit.phone-changed'
