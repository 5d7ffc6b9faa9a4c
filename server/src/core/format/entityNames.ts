/**
 * Named character references by name, without `&` and `;`: all of HTML 4 (section 24), and of the 2,000 that HTML 5 added those
 * for ASCII marks, which cautious encoders write. `lang` and `rang` are HTML 5's. Source: https://html.spec.whatwg.org/entities.json
 */
export const entityNames: ReadonlyMap<string, string> = namesOf(`
   9:Tab,NewLine 21:excl,quot,num,dollar,percnt,amp,apos,lpar 29:rpar,ast,plus,comma 2E:period,sol 3A:colon,semi,lt
   3D:equals,gt,quest,commat 5B:lsqb,bsol,rsqb,Hat,lowbar,grave 7B:lcub,verbar,rcub 22:QUOT 26:AMP 3C:LT 3E:GT A9:COPY
   AE:REG 2122:TRADE A0:nbsp,iexcl,cent,pound,curren,yen,brvbar,sect
   A8:uml,copy,ordf,laquo,not,shy,reg,macr B0:deg,plusmn,sup2,sup3,acute,micro,para,middot
   B8:cedil,sup1,ordm,raquo,frac14,frac12,frac34,iquest C0:Agrave,Aacute,Acirc,Atilde,Auml,Aring,AElig,Ccedil
   C8:Egrave,Eacute,Ecirc,Euml,Igrave,Iacute,Icirc,Iuml D0:ETH,Ntilde,Ograve,Oacute,Ocirc,Otilde,Ouml,times
   D8:Oslash,Ugrave,Uacute,Ucirc,Uuml,Yacute,THORN,szlig E0:agrave,aacute,acirc,atilde,auml,aring,aelig,ccedil
   E8:egrave,eacute,ecirc,euml,igrave,iacute,icirc,iuml F0:eth,ntilde,ograve,oacute,ocirc,otilde,ouml,divide
   F8:oslash,ugrave,uacute,ucirc,uuml,yacute,thorn,yuml 152:OElig,oelig 160:Scaron,scaron 178:Yuml 192:fnof
   2C6:circ 2DC:tilde 391:Alpha,Beta,Gamma,Delta,Epsilon,Zeta,Eta,Theta 399:Iota,Kappa,Lambda,Mu,Nu,Xi,Omicron,Pi
   3A1:Rho 3A3:Sigma,Tau,Upsilon,Phi,Chi,Psi,Omega 3B1:alpha,beta,gamma,delta,epsilon,zeta,eta,theta
   3B9:iota,kappa,lambda,mu,nu,xi,omicron,pi 3C1:rho,sigmaf,sigma,tau,upsilon,phi,chi,psi 3C9:omega
   3D1:thetasym,upsih 3D6:piv 2002:ensp,emsp 2009:thinsp 200C:zwnj,zwj,lrm,rlm 2013:ndash,mdash
   2018:lsquo,rsquo,sbquo 201C:ldquo,rdquo,bdquo 2020:dagger,Dagger,bull 2026:hellip 2030:permil 2032:prime,Prime
   2039:lsaquo,rsaquo 203E:oline 2044:frasl 20AC:euro 2111:image 2118:weierp 211C:real 2122:trade 2135:alefsym
   2190:larr,uarr,rarr,darr,harr 21B5:crarr 21D0:lArr,uArr,rArr,dArr,hArr 2200:forall 2202:part,exist 2205:empty
   2207:nabla,isin,notin 220B:ni 220F:prod 2211:sum,minus 2217:lowast 221A:radic 221D:prop,infin 2220:ang
   2227:and,or,cap,cup,int 2234:there4 223C:sim 2245:cong 2248:asymp 2260:ne,equiv 2264:le,ge 2282:sub,sup,nsub
   2286:sube,supe 2295:oplus 2297:otimes 22A5:perp 22C5:sdot 2308:lceil,rceil,lfloor,rfloor 27E8:lang,rang 25CA:loz
   2660:spades 2663:clubs 2665:hearts,diams`);

/** `26:amp` names U+0026; names after a comma stand for the next code points. */
function namesOf(table: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const run of table.trim().split(/\s+/)) {
    const [start = '', list = ''] = run.split(':', 2);
    list.split(',').forEach((name, index) => {
      names.set(name, String.fromCodePoint(Number.parseInt(start, 16) + index));
    });
  }
  return names;
}
