"""``GaussianMixture`` in the shape of ``sklearn.mixture.GaussianMixture``, version 1.9."""

# ruff: noqa: N803, ARG002 (the names X and y, and y itself, are that interface's)

from __future__ import annotations

import math
import sys
import warnings
from typing import Any, Self

import numpy as np

from emkit.covariance import STRUCTURES, structure
from emkit.data.observations import Observations
from emkit.estimators.beginnings import INITS, begin, checked
from emkit.estimators.draws import draw
from emkit.estimators.inputs import names_of, require_same_columns, table_of
from emkit.estimators.mishaps import ConvergenceWarning, InvalidInput, InvalidParameter, NotFitted
from emkit.estimators.parameters import (
    ARRAY,
    LOUDNESS,
    NOT_NEGATIVE,
    SEED,
    TRUTH,
    Parameters,
    generator_of,
    one_of,
    whole_from,
)
from emkit.estimators.runs import LenientMixture, Run, model_for, precisions_cholesky, run
from emkit.estimators.talk import Talk
from emkit.families.gaussian import GaussianParams
from emkit.numerics import Floats

RULES = {
    "n_components": whole_from(1),
    "covariance_type": one_of(list(STRUCTURES)),
    "tol": NOT_NEGATIVE,
    "reg_covar": NOT_NEGATIVE,
    "max_iter": whole_from(0),
    "n_init": whole_from(1),
    "init_params": one_of(list(INITS)),
    "weights_init": ARRAY,
    "means_init": ARRAY,
    "precisions_init": ARRAY,
    "random_state": SEED,
    "warm_start": TRUTH,
    "verbose": LOUDNESS,
    "verbose_interval": whole_from(1),
}


class GaussianMixture(Parameters):
    """A Gaussian mixture fitted by emkit's engine, for programs written for scikit-learn's.

    Parameters, methods, attributes, shapes, meanings and errors are those of
    ``sklearn.mixture.GaussianMixture`` 1.9: from the same seed it draws the same start, makes the
    same iterations and stops at the same one. It keeps its digits where the data lie far from
    zero. Other than there:

    - it computes in double precision whatever it is given;
    - after "k-means++" and "random_from_data" start weights sum to one, and a tied start
      covariance is made of the rows drawn, not of all;
    - a component that owns no row stays where it was instead of moving to the origin;
    - with ``reg_covar=0`` a component on a single point is always an error, and not only where
      rounding makes its variance zero or less.

    What it cannot do - restarts that set spurious maxima aside, acceleration, observation
    weights, a trace of every step - ``emkit.fit`` does.

    Args:
        n_components: k.
        covariance_type: "full", "tied", "diag" or "spherical" (see ``emkit.covariance``).
        tol: a run has converged when the log-likelihood per observation changes by less, in
            nats; the M-step of that iteration is still made.
        reg_covar: added to every variance, in units of the data squared.
        max_iter: the largest number of iterations; 0 keeps the start.
        n_init: how many starts are tried; the run of the highest bound is kept.
        init_params: "kmeans" (its groups), "k-means++" or "random_from_data" (one row for each
            component), "random" (rows shared out at random).
        weights_init: (k,) start weights instead of those found so.
        means_init: (k, d) start means.
        precisions_init: start inverse covariances in the shape of the structure.
        random_state: a seed, a ``numpy.random.RandomState``, or ``None``.
        warm_start: whether ``fit`` goes on from where it ended last.
        verbose: 1 prints iterations, 2 gains and times too.
        verbose_interval: how many iterations lie between two prints.

    Attributes:
        weights_: (k,) mixing proportions.
        means_: (k, d).
        covariances_: (k, d, d), (d, d), (k, d) or (k,), by structure.
        precisions_: their inverses.
        precisions_cholesky_: U with precision = U U', upper triangular; or 1 / standard
            deviation.
        converged_: whether the run kept has converged.
        n_iter_: how many iterations it made.
        lower_bound_: the log-likelihood per observation that its last iteration began with.
        lower_bounds_: the same of each of its iterations.
        n_features_in_: d.
        feature_names_in_: the names of the columns, where X had them.

    >>> X = [[1.0, 2.0], [1.1, 1.8], [0.9, 2.1], [5.0, 6.0], [5.2, 6.1], [4.9, 5.8]]
    >>> mixture = GaussianMixture(n_components=2, random_state=0).fit(X)
    >>> np.sort(mixture.means_, axis=0).round(2)
    array([[1.  , 1.97],
           [5.03, 5.97]])
    >>> mixture.predict([[1.0, 2.0], [5.0, 6.0], [5.1, 6.0]])
    array([1, 0, 0])
    """

    weights_: Floats
    means_: Floats
    covariances_: Floats
    precisions_: Floats
    precisions_cholesky_: Floats
    converged_: bool
    n_iter_: int
    lower_bound_: float
    lower_bounds_: list[float]
    n_features_in_: int
    feature_names_in_: np.ndarray

    def __init__(
        self,
        n_components: int = 1,
        *,
        covariance_type: str = "full",
        tol: float = 1e-3,
        reg_covar: float = 1e-6,
        max_iter: int = 100,
        n_init: int = 1,
        init_params: str = "kmeans",
        weights_init: Any = None,
        means_init: Any = None,
        precisions_init: Any = None,
        random_state: int | np.random.RandomState | None = None,
        warm_start: bool = False,
        verbose: int = 0,
        verbose_interval: int = 10,
    ) -> None:
        self.n_components = n_components
        self.covariance_type = covariance_type
        self.tol = tol
        self.reg_covar = reg_covar
        self.max_iter = max_iter
        self.n_init = n_init
        self.init_params = init_params
        self.weights_init = weights_init
        self.means_init = means_init
        self.precisions_init = precisions_init
        self.random_state = random_state
        self.warm_start = warm_start
        self.verbose = verbose
        self.verbose_interval = verbose_interval

    # --- fitting -------------------------------------------------------------------------------

    def fit(self, X: Any, y: Any = None) -> Self:
        """Fit the mixture to (n, d) rows; ``y`` is ignored.

        Raises:
            EmError: an ``InvalidParameter`` or ``StartError`` about the constructor's arguments,
                an ``InvalidInput`` about the data, ``IllDefined`` when a component collapsed.

        Warns:
            ConvergenceWarning: no run kept has converged.
        """
        self._fit(X)
        return self

    def fit_predict(self, X: Any, y: Any = None) -> np.ndarray:
        """Fit the mixture, and return (n,) the most probable component of each row, from 0."""
        return self._labels(self._fit(X))

    def _fit(self, X: Any) -> Observations:
        """Set the fitted attributes; called by what the user calls, which a warning points at."""
        for name, rule in RULES.items():
            rule.check(name, getattr(self, name))
        data = self._data_to_fit(X)
        model = model_for(data, self.n_components, self.covariance_type, self.reg_covar)
        goes_on = self.warm_start and hasattr(self, "converged_")
        best = self._best_run(model, data, goes_on=goes_on)
        if not best.converged and self.max_iter > 0:
            warnings.warn(
                "Best performing initialization did not converge. Try different init parameters, "
                "or increase max_iter, tol, or check for degenerate data.",
                ConvergenceWarning,
                stacklevel=3,
            )
        self._keep(best, data, names_of(X))
        return data

    def _data_to_fit(self, X: Any) -> Observations:
        data = table_of(X, fewest_rows=2)
        if data.n < self.n_components:
            raise InvalidInput(
                f"Expected n_samples >= n_components but got n_components = {self.n_components}, "
                f"n_samples = {data.n}",
                remedy="Ask for fewer components.",
            )
        return data

    def _best_run(self, model: LenientMixture, data: Observations, *, goes_on: bool) -> Run:
        given = checked(
            self.weights_init,
            self.means_init,
            self.precisions_init,
            covariance=self.covariance_type,
            k=self.n_components,
            d=data.d,
        )
        rng, talk = generator_of(self.random_state), Talk(self.verbose, self.verbose_interval)
        best, before = None, self.lower_bound_ if goes_on else -np.inf
        for i in range(1 if goes_on else self.n_init):
            talk.begin(i)
            start = self._params if goes_on else begin(model, data, self.init_params, given, rng)
            found = run(
                model,
                data,
                start,
                tol=self.tol,
                max_iter=self.max_iter,
                before=before,
                tell=talk.iteration,
            )
            talk.end(found.bound, converged=found.converged)
            if best is None or found.bound > best.bound:
                best = found
        assert best is not None
        return best

    def _keep(self, best: Run, data: Observations, names: np.ndarray | None) -> None:
        """Set the fitted attributes, and no others."""
        params = best.params
        factors = precisions_cholesky(params)
        matrix = structure(params.covariance).matrix
        self.weights_, self.means_, self.covariances_ = (
            params.weights,
            params.means,
            params.covariances,
        )
        self.precisions_cholesky_ = factors
        self.precisions_ = factors @ np.swapaxes(factors, -1, -2) if matrix else factors**2
        self.converged_, self.n_iter_ = best.converged, len(best.bounds)
        self.lower_bound_, self.lower_bounds_ = best.bound, best.bounds
        self.n_features_in_ = data.d
        if names is not None:
            self.feature_names_in_ = names
        elif hasattr(self, "feature_names_in_"):
            del self.feature_names_in_

    # --- using a fit ---------------------------------------------------------------------------

    def predict(self, X: Any) -> np.ndarray:
        """(m,) the most probable component of each of (m, d) rows, from 0."""
        return self._labels(self._data_to_use(X))

    def predict_proba(self, X: Any) -> Floats:
        """(m, k) the posterior probability of each component for each of (m, d) rows."""
        data = self._data_to_use(X)
        return self._model.responsibilities(self._params, data)

    def score_samples(self, X: Any) -> Floats:
        """(m,) the log-density at each of (m, d) rows, in nats."""
        data, model = self._data_to_use(X), self._model
        with np.errstate(over="ignore"):
            parts = [
                model.log_density(self._params, rows) for rows in data.chunks(len(self.means_))
            ]
        found = np.concatenate(parts)
        return np.where(np.isnan(found), -np.inf, found)  # too far away even for logarithms

    def score(self, X: Any, y: Any = None) -> float:
        """The log-likelihood of (m, d) rows divided by m, in nats."""
        return float(self.score_samples(X).mean())

    def aic(self, X: Any) -> float:
        """Akaike's information criterion of (m, d) rows, 2p - 2L; smaller is better."""
        return -2.0 * float(self.score_samples(X).sum()) + 2.0 * self._n_parameters()

    def bic(self, X: Any) -> float:
        """The Bayesian information criterion of (m, d) rows, p ln m - 2L; smaller is better."""
        densities = self.score_samples(X)
        return -2.0 * float(densities.sum()) + self._n_parameters() * math.log(len(densities))

    def sample(self, n_samples: int = 1) -> tuple[Floats, np.ndarray]:
        """``n_samples`` draws (n, d) and the component (n,) behind each, in its order.

        Raises:
            InvalidParameter: fewer than one.
        """
        self._require_fit()
        if n_samples < 1:
            raise InvalidParameter(
                f"Invalid value for 'n_samples': {n_samples} . The sampling requires at least one "
                "sample.",
                where={"field": "n_samples"},
            )
        return draw(self._params, n_samples, generator_of(self.random_state))

    def _data_to_use(self, X: Any) -> Observations:
        self._require_fit()
        data = table_of(X)
        require_same_columns(X, data, self)
        return data

    def _require_fit(self) -> None:
        if not any(name.endswith("_") and not name.startswith("__") for name in vars(self)):
            raise NotFitted(
                f"This {type(self).__name__} instance is not fitted yet. Call 'fit' with "
                "appropriate arguments before using this estimator."
            )

    def _labels(self, data: Observations) -> np.ndarray:
        joint_density = self._model.joint_density(self._params)
        parts = [joint_density(rows).argmax(axis=0) for rows in data.chunks(len(self.means_))]
        return np.concatenate(parts)

    @property
    def _params(self) -> GaussianParams:
        """What the fitted attributes say, also where they were set by hand."""
        return GaussianParams(
            np.asarray(self.weights_, dtype=np.float64),
            np.asarray(self.means_, dtype=np.float64),
            np.asarray(self.covariances_, dtype=np.float64),
            self.covariance_type,
        )

    @property
    def _model(self) -> LenientMixture:
        k, d = np.shape(self.means_)
        return LenientMixture(k, np.ones(d), self.covariance_type, np.zeros(d))

    def _n_parameters(self) -> int:
        return self._model.n_free

    def __sklearn_tags__(self) -> Any:
        """What scikit-learn's own tools ask an estimator for; it is there when they do."""
        utils: Any = sys.modules["sklearn.utils"]
        return utils.Tags(
            estimator_type="density_estimator", target_tags=utils.TargetTags(required=False)
        )
