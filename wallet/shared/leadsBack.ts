/** Addresses that lead back into a mini-program (upsdk-behaviour §5 and §7). Any other opens a browser. */
const LEADS_BACK =
  /^(upwallet:|https:\/\/usl\.95516\.com\/applet\b|https:\/\/base\.95516\.com\/.*\/shareRutineHelp\.html\b)/i

/** Does the link of a share lead its receiver back into the mini-program? */
export const leadsBack = (address: string): boolean => LEADS_BACK.test(address)
