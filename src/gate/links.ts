/** Matches addresses that lead back into a mini-program (upsdk-behaviour §5 and §7). */
const LEADS_BACK =
  /^(upwallet:|https:\/\/usl\.95516\.com\/applet\b|https:\/\/base\.95516\.com\/.*\/shareRutineHelp\.html\b)/i

/** Does a shared address lead its receiver back into the mini-program? Any other opens in a browser. */
export const leadsBack = (address: string): boolean => LEADS_BACK.test(address)
