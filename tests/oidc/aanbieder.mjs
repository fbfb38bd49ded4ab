// A real OpenID provider (oidc-provider) for the log-in tests: four issuers, one per means, in one process.
// Reads its configuration as JSON from the first line of standard input, writes its address as the first line of
// standard output, and ends when standard input closes. Accounts are given per means at POST /-/accounts.

import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Provider } from 'oidc-provider';

const MIDDELEN = ['digid', 'eherkenning', 'eidas', 'medewerker'];
const accounts = Object.fromEntries(MIDDELEN.map((middel) => [middel, {}]));

function klant(client_id, config, paden) {
  return {
    client_id,
    client_secret: config.geheim,
    redirect_uris: config.adressen.flatMap((adres) => paden.map((pad) => adres + pad)),
    post_logout_redirect_uris: config.adressen.map((adres) => `${adres}/uitloggen/`),
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
}

function aanbieder(middel, basis, config) {
  const provider = new Provider(`${basis}/${middel}`, {
    clients: [
      klant('mijnzaken', config, [`/inloggen/${middel}/terug/`]),
      klant('andere-dienst', config, [`/inloggen/${middel}/terug/`, '/elders/']),
    ],
    jwks: { keys: [config.jwk] },
    cookies: { keys: ['alleen-voor-tests'] },
    scopes: ['openid', 'gegevens'],
    acrValues: config.acr[middel],
    claims: { openid: ['sub'], gegevens: config.claims[middel], acr: null, amr: null, auth_time: null, sid: null },
    // Some providers put everything in the id token too.
    conformIdTokenClaims: middel !== 'eidas',
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Uitloggen</title>${form}<button name="logout" value="yes" form="op.logoutForm">Ja</button>`;
        },
      },
    },
    pkce: { required: () => true },
    interactions: { url: (ctx, interaction) => `/${middel}/interactie/${interaction.uid}` },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    findAccount: (ctx, sub) => {
      const account = accounts[middel][sub];
      return account && { accountId: sub, claims: () => ({ sub, ...account.claims }) };
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid gegevens');
      grant.addOIDCClaims([...config.claims[middel], 'acr', 'amr']);
      await grant.save();
      return grant;
    },
  });
  provider.on('server_error', (ctx, fout) => console.error(fout));
  return provider;
}

async function lichaam(req) {
  const delen = [];
  for await (const deel of req) delen.push(deel);
  return Buffer.concat(delen).toString();
}

async function interactie(provider, middel, req, res) {
  if (req.method === 'GET') {
    res.setHeader('Content-Type', 'text/html');
    res.end('<!doctype html><title>Inloggen</title><form method="post"><label>Account <input name="account"></label><button>Log in</button></form>');
    return;
  }
  const naam = new URLSearchParams(await lichaam(req)).get('account');
  const account = accounts[middel][naam];
  const uitkomst = account
    ? { login: { accountId: naam, acr: account.acr, amr: account.amr } }
    : { error: 'access_denied', error_description: 'afgebroken' };
  await provider.interactionFinished(req, res, uitkomst, { mergeWithLastSubmission: false });
}

function begin(config) {
  const providers = {};
  const server = createServer(async (req, res) => {
    try {
      const [, middel, ...rest] = req.url.split('?')[0].split('/');
      if (req.url === '/-/accounts' && req.method === 'POST') {
        const gegeven = JSON.parse(await lichaam(req));
        accounts[gegeven.middel] = gegeven.accounts;
        res.end('ok');
      } else if (!providers[middel]) {
        res.writeHead(404).end();
      } else if (rest[0] === 'interactie') {
        await interactie(providers[middel], middel, req, res);
      } else {
        req.originalUrl = req.url;
        req.url = req.url.slice(middel.length + 1) || '/';
        providers[middel].callback()(req, res);
      }
    } catch (fout) {
      console.error(fout);
      if (!res.headersSent) res.writeHead(500);
      res.end();
    }
  });
  server.listen(0, '127.0.0.1', () => {
    const basis = `http://127.0.0.1:${server.address().port}`;
    for (const middel of MIDDELEN) providers[middel] = aanbieder(middel, basis, config);
    console.log(basis);
  });
}

const regels = createInterface({ input: process.stdin });
regels.once('line', (regel) => begin(JSON.parse(regel)));
regels.once('close', () => process.exit(0));
